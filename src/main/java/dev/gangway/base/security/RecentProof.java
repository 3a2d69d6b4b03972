package dev.gangway.base.security;

import java.time.Duration;

/**
 * Whether the person behind a caller proved lately who they are. What cannot be undone, and what decides who gets in, asks
 * for it, so that a browser left open or a token that was found is not enough.
 */
public interface RecentProof {

    /** Whether the last proof is new enough. */
    boolean isRecent(Caller caller);

    /** How long a proof is new enough. */
    Duration holds();
}
