package dev.gangway.wizard;

import org.jspecify.annotations.Nullable;

/** How long a wizard session took, roughly: what the all-sessions grid filters by. The bounds are also in the database. */
public enum DurationRange {
    /** Less than 5 minutes. */
    UNDER_5_MINUTES(300),
    /** From 5, less than 15 minutes. */
    UNDER_15_MINUTES(900),
    /** From 15 minutes, less than an hour. */
    UNDER_1_HOUR(3600),
    /** From an hour, less than a day. */
    UNDER_1_DAY(86_400),
    /** From a day, less than a week. */
    UNDER_1_WEEK(604_800),
    /** A week or more. */
    LONGER(Long.MAX_VALUE),
    /** Not finished. */
    UNFINISHED(Long.MAX_VALUE);

    private final long end;

    DurationRange(long end) {
        this.end = end;
    }

    /** The range of a duration in seconds; null: not finished. */
    public static DurationRange of(@Nullable Long seconds) {
        if (seconds == null) {
            return UNFINISHED;
        }
        for (DurationRange range : values()) {
            if (seconds < range.end) {
                return range;
            }
        }
        return LONGER;
    }
}
