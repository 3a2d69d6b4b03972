package dev.gangway.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.PasswordLinks;

/** Where people choose their password, once, by the link that an administrator handed them. */
@Route(value = "password", autoLayout = false)
@AnonymousAllowed
public class PasswordLinkView extends OneTimeLinkView {

    private final transient PasswordLinks links;

    PasswordLinkView(PasswordLinks links) {
        this.links = links;
    }

    @Override
    boolean isGood(String secret) {
        return links.find(secret).isPresent();
    }

    @Override
    String title() {
        return "account.link.title";
    }

    /** The name in a field, so that password managers keep the two together. */
    @Override
    Component[] before(String secret) {
        TextField name = new TextField(getTranslation("login.username"));
        name.setValue(links.find(secret).map(Account::username).orElse(""));
        name.setReadOnly(true);
        name.getElement().setAttribute("autocomplete", "username");
        return new Component[] {lead(getTranslation("account.link.lead")), name};
    }

    @Override
    String button() {
        return "account.link.choose";
    }

    @Override
    void use(String secret, String chosen) {
        switch (links.choose(secret, chosen)) {
            case AccountOutcome.Saved saved -> done(getTranslation("account.link.done"));
            case AccountOutcome.Invalid invalid -> invalid.problems().forEach(this::tell);
        }
    }
}
