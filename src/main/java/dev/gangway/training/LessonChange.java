package dev.gangway.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about a lesson of a purchase; null leaves it.
 *
 * @param durationMinutes 1 to 480
 */
public record LessonChange(
        @Nullable Instant startsAt,
        @Nullable Integer durationMinutes,
        @Nullable PurchaseSessionStatus status) {

    /** Whether the lesson is so already. */
    boolean isIn(PurchaseSession lesson) {
        return (startsAt == null || startsAt.equals(lesson.startsAt()))
                && (durationMinutes == null || durationMinutes == lesson.durationMinutes())
                && (status == null || status == lesson.status());
    }
}
