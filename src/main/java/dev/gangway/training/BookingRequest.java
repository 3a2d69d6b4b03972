package dev.gangway.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as it was sent, with whatever is wrong about it; {@link BookingRules} makes a {@link Booking} of it. */
public record BookingRequest(
        @Nullable String bookingId,
        @Nullable String courseId,
        @Nullable String classType,
        @Nullable Integer totalSessions,
        @Nullable String deliveryMode,
        @Nullable String lessonType,
        @Nullable String startDate,
        @Nullable String preferredTimeSlot,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable List<SentStudent> students) {

    /** A student as sent. */
    public record SentStudent(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email) {}
}
