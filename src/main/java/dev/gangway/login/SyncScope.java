package dev.gangway.login;

import dev.gangway.base.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which login sessions a synchronisation looks at.
 *
 * @param userId those of one account; null: of all
 * @param reach the live ones, or all
 */
public record SyncScope(@Nullable UserId userId, Reach reach) {

    /** All live login sessions of everyone: what is done every hour. */
    public static final SyncScope LIVE = new SyncScope(null, Reach.ACTIVE);

    /** Whether ended and expired login sessions count. */
    public enum Reach {
        /** Neither ended nor expired. */
        ACTIVE,
        /** Ended and expired ones too. */
        ALL
    }

    /** Whether it looks at every account. */
    public boolean isEveryone() {
        return userId == null;
    }
}
