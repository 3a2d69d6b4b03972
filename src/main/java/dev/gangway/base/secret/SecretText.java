package dev.gangway.base.secret;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A secret as typed, such as an API key, which shows itself only masked: in logs, exceptions, JSON answers and debuggers'
 * text alike. Read from JSON as the plain string; deliberately not serialisable, so that no page state takes it along.
 */
public final class SecretText {

    /** Shorter secrets show nothing of themselves: four characters of them would be too much. */
    public static final int SHORTEST_WITH_LAST_FOUR = 12;

    private static final String DOTS = "••••";

    private final String plain;

    @JsonCreator
    public SecretText(String plain) {
        this.plain = plain;
    }

    /** The secret itself; for sealing and checking only. */
    public String reveal() {
        return plain;
    }

    /** What may be kept beside the sealed secret to recognise it by: the last four characters, or nothing of a short one. */
    public String lastFour() {
        return plain.length() < SHORTEST_WITH_LAST_FOUR ? "" : plain.substring(plain.length() - 4);
    }

    /** What people see: {@code ••••1a2b}. */
    @JsonValue
    public String masked() {
        return masked(lastFour());
    }

    /** The same from the {@link #lastFour()} that was kept. */
    public static String masked(String lastFour) {
        return DOTS + lastFour;
    }

    @Override
    public String toString() {
        return masked();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretText that && plain.equals(that.plain);
    }

    @Override
    public int hashCode() {
        return plain.hashCode();
    }
}
