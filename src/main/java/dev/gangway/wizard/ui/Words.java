package dev.gangway.wizard.ui;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.util.Locale;

/**
 * Puts keys into the language of the person at the page.
 *
 * @param locale also how they write numbers and dates
 */
public record Words(Texts texts, Locale locale) {

    /** The words of a message. */
    public String of(Message message) {
        return texts.of(message, locale);
    }

    /** The words of a key. */
    public String of(String key, Object... args) {
        return of(Message.of(key, args));
    }
}
