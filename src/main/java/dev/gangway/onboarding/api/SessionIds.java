package dev.gangway.onboarding.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of wizard sessions as clients send them: any text, of which only one names the caller's own. */
final class SessionIds {

    private SessionIds() {}

    /** Whether the caller's own is meant, which leaving the id out does too. */
    static boolean isOwn(@Nullable String sent, @Nullable UUID own) {
        return sent == null || (own != null && sent.equalsIgnoreCase(own.toString()));
    }
}
