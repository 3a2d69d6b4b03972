package dev.gangway.onboarding.ui;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.util.Locale;

/** Puts keys into the language of the person at the page. */
record Words(Texts texts, Locale locale) {

    /** The words of a message. */
    String of(Message message) {
        return texts.of(message, locale);
    }

    /** The words of a key. */
    String of(String key, Object... args) {
        return of(Message.of(key, args));
    }
}
