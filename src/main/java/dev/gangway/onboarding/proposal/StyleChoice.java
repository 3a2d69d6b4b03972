package dev.gangway.onboarding.proposal;

import dev.gangway.base.Message;
import dev.gangway.onboarding.website.Proposed;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One part of the style with its source: what the person saved, else what was measured, else a default.
 *
 * @param value in words
 * @param source in words
 */
record StyleChoice(String value, String source) {

    static StyleChoice of(
            String saved, @Nullable Proposed measured, Message byDefault, Function<Message, String> words) {
        if (!saved.isBlank()) {
            return new StyleChoice(saved.strip(), words.apply(Message.of("persona.source.saved_style")));
        }
        return measured == null
                ? new StyleChoice(words.apply(byDefault), words.apply(Message.of("persona.source.default")))
                : new StyleChoice(
                        words.apply(measured.value()),
                        words.apply(Message.of("persona.source.website", measured.reason())));
    }
}
