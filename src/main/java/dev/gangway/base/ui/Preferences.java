package dev.gangway.base.ui;

import java.util.Locale;
import java.util.Optional;

/**
 * How a person wants to see pages.
 *
 * @param language one of the provided languages; empty: as the browser asks for
 * @param appearance light or dark
 */
public record Preferences(Optional<Locale> language, Appearance appearance) {

    /** Everything as browser and system prefer it. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Appearance.SYSTEM);

    /** The same in another language. */
    public Preferences in(Locale locale) {
        return new Preferences(Optional.of(locale), appearance);
    }

    /** The same in another appearance. */
    public Preferences with(Appearance other) {
        return new Preferences(language, other);
    }
}
