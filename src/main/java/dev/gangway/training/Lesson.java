package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.training.TutoringAction.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as it stands on the page of one of its people, with the names of the others: for its trainer with all its students, for a
 * student with their own part only.
 *
 * @param id the lesson of the purchase that it repeats
 * @param number its number within the purchase
 * @param total how many lessons the purchase has
 * @param durationMinutes 1 to 480
 * @param place where; null: on a screen
 * @param millimetres how far that is from the trainer's home; null: not known, on a screen, or nothing to a student
 * @param trainer null: the trainer is erased
 * @param parts at least one
 * @param reschedule the latest request to have it at another time; null: nobody asked
 */
public record Lesson(
        UUID id,
        int number,
        int total,
        String course,
        Instant startsAt,
        int durationMinutes,
        LessonType type,
        @Nullable Place place,
        @Nullable Long millimetres,
        @Nullable Person trainer,
        List<Part> parts,
        @Nullable Reschedule reschedule) {

    public Lesson {
        parts = List.copyOf(parts);
    }

    /** When it is over. */
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(durationMinutes));
    }

    /** Whether nobody of those who still have it has begun, and somebody has it. */
    public boolean isToCome() {
        return parts.stream()
                        .allMatch(part ->
                                part.status() == TutoringStatus.SCHEDULED || part.status() == TutoringStatus.CANCELLED)
                && parts.stream().anyMatch(part -> part.status() == TutoringStatus.SCHEDULED);
    }

    /**
     * Somebody in it.
     *
     * @param zone where they are by their profile; null: not known
     */
    public record Person(UserId id, String name, @Nullable ZoneId zone) {}

    /**
     * What it is to one student.
     *
     * @param id the tutoring session
     * @param absent who was not there; null: nobody is known to have been absent
     * @param disputeReason what the student said when they disputed it; null: nothing
     */
    public record Part(
            UUID id,
            Person student,
            TutoringStatus status,
            @Nullable Side absent,
            @Nullable String disputeReason) {}
}
