package dev.gangway.training.internal;

import dev.gangway.training.Candidate;
import dev.gangway.training.LessonType;
import dev.gangway.training.Place;
import dev.gangway.training.Slot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A purchase with the lessons of it that a trainer who leaves has to give.
 *
 * @param radiusKm how far trainers of its zone go
 * @param lessons in the order of time
 */
public record Leaving(
        UUID purchase,
        String bookingId,
        String courseId,
        String courseName,
        String zoneId,
        double radiusKm,
        Place place,
        List<String> students,
        List<Lesson> lessons) {

    public Leaving {
        students = List.copyOf(students);
        lessons = List.copyOf(lessons);
    }

    /** One of them. */
    public record Lesson(UUID id, Slot slot) {}

    /** The same purchase with other lessons of it. */
    Leaving with(List<Lesson> others) {
        return new Leaving(purchase, bookingId, courseId, courseName, zoneId, radiusKm, place, students, others);
    }

    /** Who could give these lessons of it; all lessons of the purchase count as taken, because other trainers may give some. */
    Search search(List<Lesson> wanted, Instant now) {
        List<Slot> slots = wanted.stream().map(Lesson::slot).toList();
        boolean hasOffline = slots.stream().anyMatch(slot -> slot.type() == LessonType.OFFLINE);
        return new Search(courseId, zoneId, place, new Candidate.Wanted(slots, hasOffline, radiusKm), null, now);
    }
}
