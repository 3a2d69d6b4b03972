package dev.gangway.base.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.internal.JacksonUtils;

/** Fields for what nobody else is to read over a shoulder. */
public final class Passwords {

    private Passwords() {}

    /** Has the button that shows what is typed named in the page's language; by itself it knows English only. */
    public static PasswordField prepared(PasswordField field) {
        field.getElement()
                .setPropertyJson(
                        "i18n", JacksonUtils.createObjectNode().put("reveal", field.getTranslation("shell.reveal")));
        return field;
    }
}
