package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;

/** Says to whoever logs in by single sign-on that there is no password here. */
class NoPassword extends Div {

    NoPassword() {
        addClassName("card");
        add(new CardHead(getTranslation("account.password.title"), getTranslation("account.password.none")));
    }
}
