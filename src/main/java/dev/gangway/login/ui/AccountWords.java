package dev.gangway.login.ui;

import com.vaadin.flow.component.Component;
import dev.gangway.base.Message;
import dev.gangway.base.security.Role;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words an account's values for administrators. */
final class AccountWords {

    private AccountWords() {}

    static String of(Component page, Role role) {
        return page.getTranslation("accounts.role." + role.name().toLowerCase(Locale.ROOT));
    }

    static String of(Component page, Message message) {
        return page.getTranslation(message.key(), message.args().toArray());
    }

    /** A value of a conflict: a text, a truth, role names, or nothing. */
    static String value(Component page, JsonNode value) {
        if (value.isBoolean()) {
            return page.getTranslation(value.booleanValue() ? "accounts.enabled" : "accounts.disabled");
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(role -> of(page, Role.valueOf(role.asString())))
                    .collect(Collectors.joining(", "));
        }
        return value.isNull() ? "–" : value.asString();
    }
}
