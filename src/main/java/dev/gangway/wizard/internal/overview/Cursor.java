package dev.gangway.wizard.internal.overview;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * A place between two rows: what comes after it sorts higher.
 *
 * @param label the group of the sort
 * @param key the sort key, as text
 * @param id settles what ties
 */
public record Cursor(String label, String key, String id) {

    private static final String BETWEEN = "\u0000";

    /** As a text of letters, digits, minus and underscore. */
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((label + BETWEEN + key + BETWEEN + id).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Cursor decoded(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("No cursor of the grid");
        }
        return new Cursor(parts[0], parts[1], UUID.fromString(parts[2]).toString());
    }
}
