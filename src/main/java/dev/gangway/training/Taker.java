package dev.gangway.training;

import dev.gangway.base.UserId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who could take lessons of a purchase from a trainer who leaves, as things are now.
 *
 * @param distanceKm from their home to the place of the lessons; null: their home is not known
 * @param load their purchases with lessons to come
 * @param capacity how many of these they take
 * @param lessons which lessons they could take, at least one
 */
public record Taker(UserId trainer, @Nullable Double distanceKm, int load, int capacity, Set<UUID> lessons) {

    public Taker {
        lessons = Set.copyOf(lessons);
    }
}
