package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.training.Purchase;
import dev.gangway.training.PurchaseSession;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A purchase with its lessons as it is answered. */
@CamelCase
record PurchaseAnswer(
        String id,
        String bookingId,
        String courseId,
        String classType,
        int totalSessions,
        String deliveryMode,
        String lessonType,
        LocalDate startDate,
        String preferredTimeSlot,
        @Nullable PlaceBody studentLocation,
        @Nullable String zoneId,
        String status,
        @Nullable String trainerId,
        List<String> studentIds,
        Instant createdAt,
        List<LessonAnswer> sessions) {

    static PurchaseAnswer of(Purchase purchase) {
        UserId trainer = purchase.trainerId();
        return new PurchaseAnswer(
                purchase.id().toString(),
                purchase.bookingId(),
                purchase.courseId(),
                purchase.classType().name(),
                purchase.totalSessions(),
                purchase.deliveryMode().name(),
                purchase.lessonType().name(),
                purchase.startDate(),
                purchase.preferredTimeSlot().toString(),
                PlaceBody.of(purchase.place()),
                purchase.zoneId(),
                purchase.status().name().toLowerCase(Locale.ROOT),
                trainer == null ? null : trainer.value(),
                purchase.students().stream().map(UserId::value).toList(),
                purchase.createdAt(),
                purchase.lessons().stream().map(LessonAnswer::of).toList());
    }

    /** One lesson of it. */
    @CamelCase
    record LessonAnswer(
            String id,
            int sessionNumber,
            @Nullable String trainerId,
            Instant startsAt,
            int durationMinutes,
            String type,
            String status,
            int version) {

        static LessonAnswer of(PurchaseSession lesson) {
            UserId trainer = lesson.trainerId();
            return new LessonAnswer(
                    lesson.id().toString(),
                    lesson.sessionNumber(),
                    trainer == null ? null : trainer.value(),
                    lesson.startsAt(),
                    lesson.durationMinutes(),
                    lesson.type().name(),
                    lesson.status().name().toLowerCase(Locale.ROOT),
                    lesson.version());
        }
    }
}
