package dev.gangway.account.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.FirstAdministrator;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import java.util.List;

/** Where the first administrator chooses name and password, once, by the link in the log. */
@Route(value = "first-administrator", autoLayout = false)
@AnonymousAllowed
public class FirstAdministratorView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient FirstAdministrator first;
    private final TextField username = new TextField(getTranslation("login.username"));
    private final PasswordField password = new PasswordField(getTranslation("login.password"));
    private String token = "";

    FirstAdministratorView(FirstAdministrator first) {
        this.first = first;
        addClassName("login-page");
        username.setRequiredIndicatorVisible(true);
        username.getElement().setAttribute("autocomplete", "username");
        password.setRequiredIndicatorVisible(true);
        password.setHelperText(getTranslation("account.password.help"));
        password.getElement().setAttribute("autocomplete", "new-password");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        if (first.isInvited(token)) {
            ask();
        } else {
            show(new Notice(Notice.Kind.ERROR, getTranslation("account.first_administrator.used")), logIn());
        }
    }

    private void ask() {
        ActionButton create = new ActionButton(
                getTranslation("account.first_administrator.create"),
                getTranslation("account.working"),
                click -> make());
        create.addClickShortcut(Key.ENTER);
        Div card =
                new Div(new Paragraph(getTranslation("account.first_administrator.lead")), username, password, create);
        card.addClassName("card");
        show(card);
    }

    private void make() {
        username.setInvalid(false);
        password.setInvalid(false);
        switch (first.create(token, username.getValue(), password.getValue())) {
            case AccountOutcome.Saved saved ->
                show(
                        new Notice(
                                Notice.Kind.SUCCESS,
                                getTranslation(
                                        "account.first_administrator.done",
                                        saved.account().username())),
                        logIn());
            case AccountOutcome.Invalid(List<FieldProblem> problems) -> problems.forEach(this::tell);
        }
    }

    private void tell(FieldProblem problem) {
        String words =
                getTranslation(problem.message().key(), problem.message().args().toArray());
        switch (problem.field()) {
            case "username" -> {
                username.setErrorMessage(words);
                username.setInvalid(true);
            }
            case "password" -> {
                password.setErrorMessage(words);
                password.setInvalid(true);
            }
            default -> show(new Notice(Notice.Kind.ERROR, words), logIn());
        }
    }

    private Anchor logIn() {
        return new Anchor("login", getTranslation("login.title"));
    }

    private void show(com.vaadin.flow.component.Component... parts) {
        removeAll();
        add(new H1(getTranslation("account.first_administrator.title")));
        add(parts);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.first_administrator.title") + " · Gangway";
    }
}
