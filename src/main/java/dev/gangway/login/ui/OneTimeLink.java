package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.ui.Notice;

/** A one-time link to hand over, shown once. */
class OneTimeLink extends Div {

    /**
     * @param address the link
     * @param until until when it is good, in words
     */
    OneTimeLink(String address, String until) {
        addClassName("one-time-link");
        TextField link = new TextField(getTranslation("accounts.link.address"));
        link.setValue(address);
        link.setReadOnly(true);
        link.setAutoselect(true);
        add(new Notice(Notice.Kind.INFO, getTranslation("accounts.link.made", until)), link);
    }
}
