package dev.gangway.wizard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a wizard session stands in its life. */
public enum WizardSessionStatus {
    /** Under way. */
    IN_PROGRESS,
    /** Finished for good. */
    COMPLETED,
    /** Without activity for too long; brought back by the person's return. */
    ABANDONED,
    /** Its wizard came to an end first. */
    EXPIRED;

    /** The word in tables and the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word in the tables. */
    public static WizardSessionStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
