package dev.gangway.wizard.internal;

import dev.gangway.wizard.Answers;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A response as its row has it.
 *
 * @param data by field; null where the field was asked and left empty
 */
public record StoredResponse(String stepKey, Answers data, long timeSpentSeconds, Instant savedAt) {

    /** The answers, without fields that were left empty. */
    public Answers answers() {
        Set<String> empty = new LinkedHashSet<>();
        data.fields().forEach((field, value) -> {
            if (value.isNull()) {
                empty.add(field);
            }
        });
        return data.where(field -> !empty.contains(field));
    }
}
