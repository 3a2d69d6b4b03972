package dev.gangway.wizard.template;

import java.util.Locale;

/**
 * An answer of a template that a new wizard session does not take over.
 *
 * @param step the key of its step
 * @param field the key of its field
 */
public record LeftOut(String step, String field, Reason reason) {

    /** Why it is left out. */
    public enum Reason {
        /** The wizard asks no such field any more. */
        GONE,
        /** The field takes no such answer any more. */
        DOES_NOT_FIT;

        /** The name in the API: {@code does_not_fit}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
