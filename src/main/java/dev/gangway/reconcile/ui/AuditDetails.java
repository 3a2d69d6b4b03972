package dev.gangway.reconcile.ui;

import dev.gangway.audit.AuditEntry;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Words what an entry says besides who did what: names and words of ours in the reader's language, ids and what people wrote as
 * they are. What has no words, for example of a version that came later, stands as it was recorded.
 *
 * @param translation of a key; the key itself where there is none
 */
record AuditDetails(UnaryOperator<String> translation) {

    String of(AuditEntry entry) {
        return Stream.of(entry.details(), entry.personal())
                .flatMap(values -> values.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(value -> worded("audit.detail." + value.getKey(), value.getKey()) + ": "
                        + value(value.getKey(), value.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String value(String name, JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(each -> value(name, each))
                    .collect(Collectors.joining(", "));
        }
        if (value.isBoolean()) {
            return translation.apply(value.asBoolean() ? "reconcile.yes" : "reconcile.no");
        }
        return value.isString() ? word(name, value.asString()) : value.toString();
    }

    private String word(String name, String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "job" -> worded("jobs.name." + value, value);
            case "copy" -> worded("reconcile.copy." + value + ".title", value);
            case "kinds" -> worded("reconcile.kind." + word, value);
            case "roles", "before", "after" -> worded("accounts.role." + word, value);
            case "status" -> worded("training.tutoring.status." + word, value);
            case "result", "state" -> worded("audit.detail." + name + "." + word, value);
            default -> value;
        };
    }

    private String worded(String key, String otherwise) {
        String text = translation.apply(key);
        return text.equals(key) ? otherwise : text;
    }
}
