package dev.gangway.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A purchase that wants a trainer, free of contradictions: number of students and of lessons fit the class type.
 *
 * @param bookingId names it for its buyer, 1 to 255 characters
 * @param courseId what is taught
 * @param classType for how many
 * @param totalSessions 10, 20 or 30 lessons
 * @param deliveryMode on which days
 * @param lessonType where; counts for nothing where the class type is {@link ClassType#HYBRID}
 * @param startDate no lesson is before this day, in the zone's time
 * @param preferredTimeSlot when lessons begin, in the zone's time
 * @param place where offline lessons are, and whose zone counts
 * @param students as many as the class type is for
 */
public record Booking(
        String bookingId,
        String courseId,
        ClassType classType,
        int totalSessions,
        DeliveryMode deliveryMode,
        LessonType lessonType,
        LocalDate startDate,
        LocalTime preferredTimeSlot,
        Place place,
        List<BookedStudent> students) {

    public Booking {
        students = List.copyOf(students);
    }

    /** Whether some lesson needs trainer and student at the same place. */
    public boolean hasOfflineLessons() {
        return classType == ClassType.HYBRID || lessonType == LessonType.OFFLINE;
    }
}
