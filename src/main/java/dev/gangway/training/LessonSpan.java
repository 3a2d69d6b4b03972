package dev.gangway.training;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time whose lessons are wanted, and from which end.
 *
 * @param from begins at this moment or later; null: whenever
 * @param to begins before this moment; null: whenever
 */
public record LessonSpan(@Nullable Instant from, @Nullable Instant to, Order order) {

    /** From which end. */
    public enum Order {
        /** The earliest first. */
        EARLIEST_FIRST,
        /** The latest first. */
        LATEST_FIRST
    }

    /** From a moment to another one, the earliest first. */
    public static LessonSpan between(Instant from, Instant to) {
        return new LessonSpan(from, to, Order.EARLIEST_FIRST);
    }

    /** From a moment on, the earliest first. */
    public static LessonSpan from(Instant from) {
        return new LessonSpan(from, null, Order.EARLIEST_FIRST);
    }

    /** Before a moment, the latest first. */
    public static LessonSpan before(Instant to) {
        return new LessonSpan(null, to, Order.LATEST_FIRST);
    }

    /** What lies beyond a lesson of it; lessons that begin together are always on one page. */
    public LessonSpan beyond(Lesson last) {
        return order == Order.EARLIEST_FIRST
                ? new LessonSpan(last.startsAt().plus(1, ChronoUnit.MICROS), to, order)
                : new LessonSpan(from, last.startsAt(), order);
    }
}
