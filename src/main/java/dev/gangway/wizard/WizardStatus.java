package dev.gangway.wizard;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a wizard, or one version of it, stands in its life. */
public enum WizardStatus {
    /** Being written; nobody can run it. */
    DRAFT,
    /** New wizard sessions run it. */
    PUBLISHED,
    /** No new wizard session runs it; those that began may go on. */
    ARCHIVED;

    /** The word in tables and the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word in the tables. */
    public static WizardStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
