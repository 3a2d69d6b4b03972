package dev.gangway.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.FirstAdministrator;
import dev.gangway.base.FieldProblem;
import java.util.List;

/** Where the first administrator chooses name and password, once, by the link in the log. */
@Route(value = "first-administrator", autoLayout = false)
@AnonymousAllowed
public class FirstAdministratorView extends OneTimeLinkView {

    private final transient FirstAdministrator first;
    private final TextField username = new TextField(getTranslation("login.username"));

    FirstAdministratorView(FirstAdministrator first) {
        this.first = first;
        username.setRequiredIndicatorVisible(true);
        username.setMaxLength(255);
        username.getElement().setAttribute("autocomplete", "username");
    }

    @Override
    boolean isGood(String secret) {
        return first.isInvited(secret);
    }

    @Override
    String title() {
        return "account.first_administrator.title";
    }

    @Override
    Component[] before(String secret) {
        return new Component[] {lead(getTranslation("account.first_administrator.lead")), username};
    }

    @Override
    String button() {
        return "account.first_administrator.create";
    }

    @Override
    void use(String secret, String chosen) {
        username.setInvalid(false);
        switch (first.create(secret, username.getValue(), chosen)) {
            case AccountOutcome.Saved saved ->
                done(getTranslation(
                        "account.first_administrator.done", saved.account().username()));
            case AccountOutcome.Invalid(List<FieldProblem> problems) -> problems.forEach(this::show);
        }
    }

    private void show(FieldProblem problem) {
        if (problem.field().equals("username")) {
            username.setErrorMessage(getTranslation(
                    problem.message().key(), problem.message().args().toArray()));
            username.setInvalid(true);
        } else {
            tell(problem);
        }
    }
}
