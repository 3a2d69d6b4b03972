package dev.gangway.base;

import java.util.Locale;

/**
 * Patterns of LIKE for what people type, in lower case, to be compared with what is in lower case too. What is typed stands
 * for itself, also what has a meaning in patterns; the escape character is the backslash, as where none is named.
 */
public final class LikePattern {

    private LikePattern() {}

    /** Matches what has the text anywhere. */
    public static String inside(String text) {
        return "%" + beginning(text);
    }

    /** Matches what begins with the text. */
    public static String beginning(String text) {
        return text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
