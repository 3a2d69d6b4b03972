package dev.gangway.training;

import dev.gangway.base.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trainer as a line of a list, with what they have to do at this moment.
 *
 * @param name what they are called; unique
 * @param home null: not known
 * @param courses what they are certified for, by name
 * @param load purchases with lessons to come
 * @param capacity how many of these they take
 * @param lessonsToCome lessons to come, however many students sit in them
 */
public record TrainerRow(
        UserId id,
        String name,
        String zoneId,
        String zoneName,
        @Nullable Place home,
        List<String> courses,
        int load,
        int capacity,
        boolean active,
        int lessonsToCome) {

    public TrainerRow {
        courses = List.copyOf(courses);
    }

    /** Whether they have as much as they take, or more. */
    public boolean isFull() {
        return load >= capacity;
    }
}
