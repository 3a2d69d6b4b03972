package dev.gangway.training.api;

import dev.gangway.training.BookingRequest;
import dev.gangway.training.BookingRequest.SentStudent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is sent; enumerations and times as texts, so that what is wrong about them is answered with everything else.
 *
 * @param extraKm how much farther than usual; only for what-if
 */
@CamelCase
record BookingBody(
        @Nullable String bookingId,
        @Nullable String courseId,
        @Nullable String classType,
        @Nullable Integer totalSessions,
        @Nullable String deliveryMode,
        @Nullable String lessonType,
        @Nullable String startDate,
        @Nullable String preferredTimeSlot,
        @Nullable PlaceBody studentLocation,
        @Nullable List<@Nullable StudentBody> students,
        @Nullable Double extraKm) {

    /** A student as sent. */
    @CamelCase
    record StudentBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email) {}

    BookingRequest request() {
        return new BookingRequest(
                bookingId,
                courseId,
                classType,
                totalSessions,
                deliveryMode,
                lessonType,
                startDate,
                preferredTimeSlot,
                studentLocation == null ? null : studentLocation.latitude(),
                studentLocation == null ? null : studentLocation.longitude(),
                sentStudents());
    }

    private @Nullable List<SentStudent> sentStudents() {
        if (students == null) {
            return null;
        }
        List<SentStudent> sent = new ArrayList<>();
        for (StudentBody student : students) {
            sent.add(
                    student == null
                            ? new SentStudent(null, null, null)
                            : new SentStudent(student.id(), student.name(), student.email()));
        }
        return sent;
    }
}
