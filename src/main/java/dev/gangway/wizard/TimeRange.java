package dev.gangway.wizard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from the first moment; null: since ever
 * @param until the first moment after it; null: for ever
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant until) {

    /** All of time. */
    public static final TimeRange ALWAYS = new TimeRange(null, null);

    /** Whether it leaves nothing out. */
    public boolean isAlways() {
        return from == null && until == null;
    }

    /** Whether the moment lies in it. */
    public boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    }
}
