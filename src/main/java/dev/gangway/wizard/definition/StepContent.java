package dev.gangway.wizard.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a wizard as its author wrote it.
 *
 * @param key names the step in addresses and answers
 * @param title its heading
 * @param help what is said below the heading; may be empty
 * @param required whether it must be completed; otherwise it can be skipped
 * @param showIf when it is asked at all; null means always
 * @param requireIf when it must be completed although it is not {@code required}
 * @param fields in order, with distinct keys
 */
public record StepContent(
        String key,
        String title,
        String help,
        boolean required,
        @Nullable Condition showIf,
        @Nullable Condition requireIf,
        List<Field> fields) {

    public StepContent {
        fields = List.copyOf(fields);
    }

    /** The field of that key, if there is one. */
    public Optional<Field> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }
}
