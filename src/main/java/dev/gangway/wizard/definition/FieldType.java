package dev.gangway.wizard.definition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of answer a field takes. */
public enum FieldType {
    SHORT_TEXT,
    LONG_TEXT,
    NUMBER,
    YES_NO,
    SINGLE_CHOICE,
    MULTIPLE_CHOICE,
    DATE,
    TIME,
    DATE_TIME,
    RATING,
    SLIDER,
    COLOR,
    EMAIL,
    URL;

    /** The most characters of a short text, unless its author allows fewer. */
    public static final int SHORT = 1_000;

    /** The most characters of a long text, unless its author allows fewer. */
    public static final int LONG = 20_000;

    /** The best rating, unless its author says otherwise. */
    public static final int BEST_RATING = 5;

    /** Where a slider ends, unless its author says otherwise. */
    public static final int SLIDER_END = 100;

    /** The name in definitions: {@code short_text}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that name in definitions. */
    static Optional<FieldType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** Whether the answer is one or several of the field's options. */
    public boolean isChoice() {
        return this == SINGLE_CHOICE || this == MULTIPLE_CHOICE;
    }

    /** Whether bounds count characters or selections instead of limiting the value. */
    public boolean isCounted() {
        return this == SHORT_TEXT || this == LONG_TEXT || this == MULTIPLE_CHOICE;
    }

    /** Whether the answer is a number. */
    public boolean isNumeric() {
        return this == NUMBER || this == RATING || this == SLIDER;
    }

    /** Whether the answer is a date, a time or both. */
    public boolean isTemporal() {
        return this == DATE || this == TIME || this == DATE_TIME;
    }

    /** Whether answers have an order, so that more and less mean something. */
    public boolean isOrdered() {
        return isNumeric() || isTemporal();
    }
}
