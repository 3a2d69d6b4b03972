package dev.gangway.base.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether pages are light or dark. */
public enum Appearance {
    /** As the operating system or browser prefers. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK;

    /** The appearance of a word in a cookie or a table. */
    public static Optional<Appearance> of(String word) {
        return Arrays.stream(values())
                .filter(appearance -> appearance.word().equals(word))
                .findFirst();
    }

    /** The word in cookies, tables and the page's markup. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language key of its name. */
    public String nameKey() {
        return "appearance." + word();
    }
}
