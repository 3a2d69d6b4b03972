package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lesson of a purchase: the source that tutoring sessions repeat for each student.
 *
 * @param trainerId null: nobody at present
 * @param durationMinutes 1 to 480
 * @param version how often it was changed
 */
public record PurchaseSession(
        UUID id,
        int sessionNumber,
        @Nullable UserId trainerId,
        Instant startsAt,
        int durationMinutes,
        LessonType type,
        PurchaseSessionStatus status,
        int version) {}
