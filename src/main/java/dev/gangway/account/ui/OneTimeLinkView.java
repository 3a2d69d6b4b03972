package dev.gangway.account.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.base.ui.Passwords;
import dev.gangway.base.ui.SecretAddress;

/** What a one-time link leads to: a page on which its owner, and nobody else, chooses a password. */
abstract class OneTimeLinkView extends Main implements HasDynamicTitle {

    private final PasswordField password = Passwords.prepared(new PasswordField());
    private String token = "";

    OneTimeLinkView() {
        addClassName("login-page");
        password.setLabel(getTranslation("account.password.new"));
        password.setRequiredIndicatorVisible(true);
        password.setHelperText(getTranslation("account.password.help"));
        password.setMaxLength(1024);
        password.getElement().setAttribute("autocomplete", "new-password");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        SecretAddress.read(attached.getUI(), this::open);
    }

    /** Shows what there is for the holder of the secret. */
    void open(String secret) {
        token = secret;
        if (isGood(secret)) {
            ask();
        } else {
            show(new Notice(Notice.Kind.ERROR, getTranslation("account.link.used")), logIn());
        }
    }

    /** Whether the link may still be used. */
    abstract boolean isGood(String secret);

    /** Key of the page's title. */
    abstract String title();

    /** What the page says first, and what it asks for before the password. */
    abstract Component[] before(String secret);

    /** Key of what the button says. */
    abstract String button();

    /** Does what the link is for, and calls {@link #done} or {@link #tell}. */
    abstract void use(String secret, String chosen);

    private void ask() {
        ActionButton use = new ActionButton(getTranslation(button()), getTranslation("account.working"), click -> {
            password.setInvalid(false);
            use(token, password.getValue());
        });
        use.addClickShortcut(Key.ENTER);
        Div card = new Div(before(token));
        card.add(password, use);
        card.addClassName("card");
        show(card);
    }

    /** Says that it worked. */
    void done(String words) {
        // The page may stay open for long; what was typed has no business in its memory any more.
        password.clear();
        token = "";
        show(new Notice(Notice.Kind.SUCCESS, words), logIn());
    }

    /** Says what is wrong: beside the password, or in place of everything. */
    void tell(FieldProblem problem) {
        String words =
                getTranslation(problem.message().key(), problem.message().args().toArray());
        if (problem.field().equals("password")) {
            password.setErrorMessage(words);
            password.setInvalid(true);
            password.focus();
        } else {
            show(new Notice(Notice.Kind.ERROR, words), logIn());
        }
    }

    static Paragraph lead(String words) {
        return new Paragraph(words);
    }

    private Anchor logIn() {
        return new Anchor("login", getTranslation("login.title"));
    }

    private void show(Component... parts) {
        removeAll();
        add(new H1(getTranslation(title())));
        add(parts);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation(title()));
    }
}
