package dev.gangway.onboarding;

import java.time.Instant;

/**
 * What a cleanup did, or would do.
 *
 * @param abandonedCount onboardings that became abandoned and can be brought back for 7 days
 * @param deletedCount onboardings that were deleted with their step data
 * @param cutoffHours hours without activity
 * @param cutoffTime what had no activity since then was concerned
 */
public record Cleanup(long abandonedCount, long deletedCount, int cutoffHours, Instant cutoffTime) {

    /** The fewest hours without activity that a cleanup may be asked for. */
    public static final int MIN_HOURS = 1;

    /** The most hours without activity that a cleanup may be asked for: a year. */
    public static final int MAX_HOURS = 8760;

    /** The hours of the cleanup that runs by itself. */
    public static final int DEFAULT_HOURS = 24;

    /** When abandoned onboardings are deleted. */
    public enum Deletion {
        /** Seven days after they were abandoned. */
        AFTER_GRACE,
        /** At once, also those that were not abandoned yet. */
        AT_ONCE
    }
}
