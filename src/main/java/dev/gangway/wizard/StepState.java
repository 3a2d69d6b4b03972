package dev.gangway.wizard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a step was left behind; a step that was only opened has no state. */
public enum StepState {
    /** Its answers were submitted. */
    COMPLETED,
    /** It was passed over without answers. */
    SKIPPED;

    /** The word in tables and the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static StepState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
