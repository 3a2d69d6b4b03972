package dev.gangway.onboarding.proposal;

import dev.gangway.base.Message;
import java.util.List;
import java.util.Locale;

/** How a text can sound. */
enum Tone {
    NEUTRAL,
    INFORMATIVE,
    FRIENDLY,
    CONVERSATIONAL,
    CONFIDENT,
    AUTHORITATIVE,
    ENTHUSIASTIC,
    EMPATHETIC,
    INSPIRING,
    PLAYFUL,
    STIFF,
    SENSATIONAL,
    SARCASTIC,
    AGGRESSIVE,
    CONDESCENDING;

    /** Tones that serve no brand. */
    static final List<Tone> NEVER = List.of(SARCASTIC, AGGRESSIVE, CONDESCENDING);

    Message label() {
        return Message.of("website.style.tone." + name().toLowerCase(Locale.ROOT));
    }
}
