package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as one student and the trainer see it.
 *
 * @param purchaseSessionId the lesson of the purchase that it repeats
 * @param sessionNumber its number within the purchase
 * @param trainerId null: the trainer is erased
 * @param durationMinutes 1 to 480
 * @param place where; null: on a screen
 */
public record TutoringSession(
        UUID id,
        UUID purchaseSessionId,
        UUID purchaseId,
        int sessionNumber,
        @Nullable UserId trainerId,
        UserId studentId,
        String courseId,
        Instant startsAt,
        int durationMinutes,
        LessonType type,
        @Nullable Place place,
        TutoringStatus status) {}
