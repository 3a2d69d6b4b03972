package dev.gangway.wizard.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One question of a step.
 *
 * @param key names it among the answers of its step
 * @param label what is asked
 * @param help what is said beside it; may be empty
 * @param required whether it must be answered where it is shown
 * @param min the least length, value or number of selections, by type; dates and times as in answers
 * @param max the most, likewise
 * @param pattern a regular expression (RE2 syntax) that the whole text must match; only for short texts
 * @param options what can be chosen, for the choices only
 * @param initial what the form shows before anything was answered
 * @param showIf when it is asked at all; null means always
 * @param requireIf when it must be answered although it is not {@code required}
 */
public record Field(
        String key,
        FieldType type,
        String label,
        String help,
        boolean required,
        @Nullable JsonNode min,
        @Nullable JsonNode max,
        @Nullable String pattern,
        List<Option> options,
        @Nullable JsonNode initial,
        @Nullable Condition showIf,
        @Nullable Condition requireIf) {

    public Field {
        options = List.copyOf(options);
    }

    /** The values that can be chosen. */
    public List<String> choices() {
        return options.stream().map(Option::value).toList();
    }

    /**
     * One thing that can be chosen.
     *
     * @param value what is stored
     * @param label what is shown
     */
    public record Option(String value, String label) {}
}
