package dev.gangway.reconcile.ui;

import dev.gangway.audit.AuditEntry;
import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Words what an entry says besides who did what: names and words of ours in the reader's language, ids and what people wrote as
 * they are. A name that has no words, for example of a version that came later, stands as it was recorded.
 */
record AuditDetails(Texts texts, Locale locale) {

    String of(AuditEntry entry) {
        return Stream.of(entry.details(), entry.personal())
                .flatMap(values -> values.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(value -> worded("audit.detail." + value.getKey(), value.getKey()) + ": " + value(value))
                .collect(Collectors.joining(" · "));
    }

    private String value(Map.Entry<String, JsonNode> value) {
        JsonNode said = value.getValue();
        if (said.isBoolean()) {
            return texts.of(Message.of(said.asBoolean() ? "reconcile.yes" : "reconcile.no"), locale);
        }
        if (said.isString()) {
            return word(value.getKey(), said.asString());
        }
        return said.toString();
    }

    private String word(String name, String value) {
        return switch (name) {
            case "job" -> worded("jobs.name." + value, value);
            case "copy" -> worded("reconcile.copy." + value + ".title", value);
            case "result", "state", "kinds", "roles", "before", "after" ->
                Stream.of(value.split(", ?", -1))
                        .map(each -> worded("audit.detail." + name(name) + "." + each.toLowerCase(Locale.ROOT), each))
                        .collect(Collectors.joining(", "));
            default -> value;
        };
    }

    private static String name(String detail) {
        return List.of("before", "after").contains(detail) ? "roles" : detail;
    }

    private String worded(String key, String otherwise) {
        String text = texts.of(Message.of(key), locale);
        return text.equals(key) ? otherwise : text;
    }
}
