package dev.gangway.base;

import java.util.List;

/**
 * A sentence for a person, named by its key in the language files so that pages and API show the same words in the
 * reader's language.
 *
 * @param key the key in {@code vaadin-i18n/translations*.properties}
 * @param args values for the placeholders, in order; themselves plain values or {@link Message}s, which are worded first
 */
public record Message(String key, List<Object> args) {

    public Message {
        args = List.copyOf(args);
    }

    /** A message with its placeholder values. */
    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
