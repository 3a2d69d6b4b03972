package dev.gangway.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Optional;

/**
 * Names an account: an opaque string of 1 to 255 characters, our own UUID or an identity provider's subject such as
 * {@code user_2abc123xyz}, never a number.
 */
public record UserId(@JsonValue String value) implements Serializable {

    /** Longest id that the tables can hold. */
    public static final int MAX_LENGTH = 255;

    /**
     * An id as it was stored, or as it was checked before.
     *
     * @throws IllegalArgumentException when blank or longer than {@value #MAX_LENGTH} characters
     */
    public UserId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A user id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** The id as it stands in an address; empty for what can be none. */
    public static Optional<UserId> read(String text) {
        return text.isBlank() || text.length() > MAX_LENGTH || !OneLine.isOne(text)
                ? Optional.empty()
                : Optional.of(new UserId(text));
    }

    /** The id as it stands in a body. */
    @JsonCreator
    static UserId sent(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException("Nobody can have this user id"));
    }

    @Override
    public String toString() {
        return value;
    }
}
