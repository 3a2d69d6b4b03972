package dev.gangway.login.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import dev.gangway.account.ManagedAccount;
import dev.gangway.base.ui.ActionButton;
import java.util.function.Consumer;

/** Whether somebody can log in with an account: disabling and enabling it, and what to do where they cannot get in any more. */
class AccountAccess extends Div {

    private final transient Consumer<Boolean> enable;
    private final Paragraph about = new Paragraph();
    private final Button disableButton =
            new Button(getTranslation("accounts.disable"), click -> ask("accounts.disable"));
    private final Button enableButton = new Button(getTranslation("accounts.enable"));
    private final Button factorButton = new Button(getTranslation("accounts.factor"), click -> ask("accounts.factor"));
    private final ActionButton linkButton;
    private final Div links = new Div();
    private final transient Runnable takeFactorOff;
    private String name = "";

    /**
     * @param own whether it is the account of whoever looks at it
     * @param enable enables or disables it
     * @param makeLink makes a link by which its owner chooses a password
     * @param takeFactorOff takes a second factor off that its owner has lost
     */
    AccountAccess(boolean own, Consumer<Boolean> enable, Runnable makeLink, Runnable takeFactorOff) {
        this.enable = enable;
        this.takeFactorOff = takeFactorOff;
        addClassName("card");
        about.addClassName("quiet");
        linkButton = new ActionButton(
                getTranslation("accounts.link"), getTranslation("account.working"), click -> makeLink.run());
        enableButton.addClickListener(click -> enable.accept(true));
        Div switches = new Div(linkButton, factorButton, disableButton, enableButton);
        switches.addClassName("row");
        add(new CardHead(getTranslation("accounts.access"), getTranslation("accounts.access.about")), about);
        if (own) {
            add(new RouterLink(getTranslation("accounts.own"), AccountView.class));
        } else {
            add(links, switches);
        }
    }

    void read(ManagedAccount managed, boolean hasSecondFactor) {
        name = managed.account().username();
        links.removeAll();
        boolean enabled = managed.account().enabled();
        disableButton.setVisible(enabled);
        enableButton.setVisible(!enabled);
        linkButton.setVisible(enabled && managed.issuer() == null);
        factorButton.setVisible(hasSecondFactor);
        String key = managed.issuer() != null
                ? "account.password.by_issuer"
                : managed.account().hasPassword() ? "accounts.password.has" : "accounts.password.none";
        about.setText(getTranslation(hasSecondFactor ? "accounts.password.has_factor" : key));
    }

    /** Shows a link that was just made, which nobody can see again. */
    void show(OneTimeLink link) {
        links.removeAll();
        links.add(link);
    }

    private void ask(String what) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation(what + ".title", name));
        dialog.setText(getTranslation(what + ".question"));
        dialog.setConfirmText(getTranslation(what));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("account.cancel"));
        dialog.addConfirmListener(confirmed -> {
            if (what.equals("accounts.factor")) {
                takeFactorOff.run();
            } else {
                enable.accept(false);
            }
        });
        dialog.open();
    }
}
