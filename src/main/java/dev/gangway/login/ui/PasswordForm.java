package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinRequest;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.PasswordChanges;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Passwords;
import dev.gangway.base.ui.Toast;

/** Changes the password against the present one; whoever else may know it, or the token of this login, is logged out. */
class PasswordForm extends Div {

    private final transient PasswordChanges passwords;
    private final transient CurrentCaller caller;
    private final transient Runnable changeToken;
    private final transient Runnable changed;
    private final PasswordField current = field("account.password.current", "current-password");
    private final PasswordField wanted = field("account.password.new", "new-password");

    /**
     * @param changeToken gives this login session another token
     * @param changed shows what has come of it
     */
    PasswordForm(PasswordChanges passwords, CurrentCaller caller, Runnable changeToken, Runnable changed) {
        this.passwords = passwords;
        this.caller = caller;
        this.changeToken = changeToken;
        this.changed = changed;
        addClassName("card");
        wanted.setHelperText(getTranslation("account.password.help"));
        Div fields = new Div(current, wanted);
        fields.addClassName("fields");
        ActionButton change = new ActionButton(
                getTranslation("account.password.change"), getTranslation("account.working"), click -> change());
        add(
                new CardHead(getTranslation("account.password.title"), getTranslation("account.password.about")),
                fields,
                new Div(change));
    }

    private void change() {
        current.setInvalid(false);
        wanted.setInvalid(false);
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        switch (passwords.change(caller.get(), current.getValue(), wanted.getValue(), address)) {
            case AccountOutcome.Saved saved -> {
                changeToken.run();
                current.clear();
                wanted.clear();
                Toast.success(getTranslation("account.password.changed"));
                changed.run();
            }
            case AccountOutcome.Invalid invalid -> invalid.problems().forEach(this::tell);
        }
    }

    private void tell(FieldProblem problem) {
        PasswordField field = problem.field().equals("current_password") ? current : wanted;
        field.setErrorMessage(
                getTranslation(problem.message().key(), problem.message().args().toArray()));
        field.setInvalid(true);
        field.focus();
    }

    private PasswordField field(String label, String autocomplete) {
        PasswordField field = Passwords.prepared(new PasswordField(getTranslation(label)));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setMaxLength(1024);
        return field;
    }
}
