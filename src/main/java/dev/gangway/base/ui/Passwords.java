package dev.gangway.base.ui;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** Fields for what nobody else is to read over a shoulder. */
public final class Passwords {

    /** By what the button is called, so that not each field of each open page has its own. */
    private static final Map<String, ObjectNode> TEXTS = new ConcurrentHashMap<>();

    private Passwords() {}

    /** Has the button that shows what is typed named in the page's language; by itself it knows English only. */
    public static PasswordField prepared(PasswordField field) {
        field.getElement()
                .setPropertyJson(
                        "i18n",
                        TEXTS.computeIfAbsent(
                                field.getTranslation("shell.reveal"),
                                words -> JacksonUtils.createObjectNode().put("reveal", words)));
        return field;
    }
}
