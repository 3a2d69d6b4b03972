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
        @Nullable PurchaseSessionStatus status) {}
