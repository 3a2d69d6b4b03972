package dev.gangway.login.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinRequest;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Passwords;
import dev.gangway.login.Origin;
import dev.gangway.login.Proofs;
import dev.gangway.login.SingleSignOnProperties;

/** Asks the person to prove who they are: for the password, or to log in again where only the identity provider knows them. */
class ProofDialog extends Dialog {

    private final transient Proofs proofs;
    private final transient CurrentCaller caller;
    private final transient Runnable deed;
    private final PasswordField password = Passwords.prepared(new PasswordField(getTranslation("login.password")));

    ProofDialog(Proofs proofs, CurrentCaller caller, SingleSignOnProperties singleSignOn, Runnable deed) {
        this.proofs = proofs;
        this.caller = caller;
        this.deed = deed;
        setHeaderTitle(getTranslation("proof.title"));
        setWidth("26rem");
        getFooter().add(new Button(getTranslation("account.cancel"), click -> close()));
        if (proofs.isByPassword(caller.get())) {
            askForPassword();
        } else {
            leadToProvider(singleSignOn);
        }
    }

    private void askForPassword() {
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setMaxLength(1024);
        password.setAutofocus(true);
        Div body = new Div(new Paragraph(getTranslation("proof.password")), password);
        body.addClassName("proof-body");
        add(body);
        ActionButton prove =
                new ActionButton(getTranslation("proof.go_on"), getTranslation("account.working"), click -> prove());
        prove.addThemeVariants(ButtonVariant.PRIMARY);
        prove.addClickShortcut(Key.ENTER).listenOn(password);
        getFooter().add(prove);
    }

    private void leadToProvider(SingleSignOnProperties singleSignOn) {
        add(new Paragraph(getTranslation("proof.provider")));
        if (singleSignOn.isForBrowsers()) {
            Anchor again = new Anchor("login/sso?again", getTranslation("login.sso", singleSignOn.name()));
            again.addClassName("link-button");
            again.setRouterIgnore(true);
            getFooter().add(again);
        }
    }

    private void prove() {
        password.setInvalid(false);
        Origin origin = new Origin(VaadinRequest.getCurrent().getRemoteAddr(), null);
        switch (proofs.give(caller.get(), password.getValue(), origin)) {
            case GIVEN -> {
                close();
                deed.run();
            }
            case WRONG -> refuse("account.password.wrong");
            case THROTTLED -> refuse("login.throttled");
        }
    }

    private void refuse(String key) {
        password.clear();
        password.setErrorMessage(getTranslation(key));
        password.setInvalid(true);
        password.focus();
    }
}
