package dev.gangway.login.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.RouterLink;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.ActionButton;
import java.util.function.Consumer;

/** Whether somebody can log in with an account: disabling and enabling it, and another password. */
class AccountAccess extends Div {

    private final transient Consumer<Boolean> enable;
    private final Paragraph about = new Paragraph();
    private final Button disableButton = new Button(getTranslation("accounts.disable"), click -> confirm());
    private final Button enableButton = new Button(getTranslation("accounts.enable"));
    private final PasswordField password = new PasswordField(getTranslation("account.password.new"));
    private final Div reset = new Div();
    private String name = "";

    AccountAccess(boolean own, Consumer<Boolean> enable, Consumer<String> resetPassword) {
        this.enable = enable;
        addClassName("card");
        about.addClassName("quiet");
        enableButton.addClickListener(click -> enable.accept(true));
        password.setHelperText(getTranslation("account.password.help"));
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setMaxLength(1024);
        reset.addClassName("fields");
        Div set = new Div(new ActionButton(
                getTranslation("accounts.password.reset"),
                getTranslation("account.working"),
                click -> resetPassword.accept(password.getValue())));
        set.addClassName("wide");
        reset.add(password, set);
        Div switches = new Div(disableButton, enableButton);
        switches.addClassName("row");
        add(new CardHead(getTranslation("accounts.access"), getTranslation("accounts.access.about")), about);
        if (own) {
            add(new RouterLink(getTranslation("accounts.own"), AccountView.class));
        } else {
            add(reset, switches);
        }
    }

    void read(ManagedAccount managed) {
        name = managed.account().username();
        password.clear();
        password.setInvalid(false);
        boolean enabled = managed.account().enabled();
        disableButton.setVisible(enabled);
        enableButton.setVisible(!enabled);
        reset.setVisible(managed.issuer() == null);
        String key = managed.issuer() != null
                ? "account.password.by_issuer"
                : managed.account().hasPassword() ? "accounts.password.has" : "accounts.password.none";
        about.setText(getTranslation(key));
    }

    void showProblem(FieldProblem problem) {
        password.setErrorMessage(AccountWords.of(this, problem.message()));
        password.setInvalid(true);
        password.focus();
    }

    private void confirm() {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("accounts.disable.title", name));
        dialog.setText(getTranslation("accounts.disable.question"));
        dialog.setConfirmText(getTranslation("accounts.disable"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("account.cancel"));
        dialog.addConfirmListener(confirmed -> enable.accept(false));
        dialog.open();
    }
}
