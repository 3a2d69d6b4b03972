package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What students bought.
 *
 * @param zoneId null: no zone covers its place
 * @param trainerId who was assigned; null: nobody, or they are erased
 * @param students in the order of the booking; fewer than were booked where some are erased
 * @param lessons in the order of their numbers
 */
public record Purchase(
        UUID id,
        String bookingId,
        String courseId,
        ClassType classType,
        int totalSessions,
        DeliveryMode deliveryMode,
        LessonType lessonType,
        LocalDate startDate,
        LocalTime preferredTimeSlot,
        Place place,
        @Nullable String zoneId,
        PurchaseStatus status,
        @Nullable UserId trainerId,
        Instant createdAt,
        List<UserId> students,
        List<PurchaseSession> lessons) {

    public Purchase {
        students = List.copyOf(students);
        lessons = List.copyOf(lessons);
    }
}
