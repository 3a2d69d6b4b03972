package dev.gangway.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as it stands in a calendar. For a student it is their own; for the trainer one, however many students sit in it.
 *
 * @param id the same for as long as the lesson exists
 * @param sequence how often it changed; never lower than before
 * @param durationMinutes 1 to 480
 * @param place where; null: on a screen
 * @param cancelled called off for everyone in it
 * @param course the course's name
 * @param with the names of the trainer, or of the students who still come; of all students where nobody does
 * @param number its number within the purchase, from 1
 * @param total how many lessons the purchase has
 * @param updatedAt when it last changed
 */
public record CalendarLesson(
        UUID id,
        int sequence,
        Instant startsAt,
        int durationMinutes,
        @Nullable Place place,
        boolean cancelled,
        String course,
        List<String> with,
        int number,
        int total,
        Instant createdAt,
        Instant updatedAt) {

    public CalendarLesson {
        with = List.copyOf(with);
    }

    /** When it ends. */
    public Instant endsAt() {
        return startsAt.plusSeconds(60L * durationMinutes);
    }
}
