package dev.gangway.training;

import java.time.Duration;
import java.time.Instant;

/**
 * When and how one lesson of a purchase is.
 *
 * @param number from 1, in the order of time
 * @param startsAt when it begins
 * @param duration how long it is
 * @param type where it is
 */
public record Slot(int number, Instant startsAt, Duration duration, LessonType type) {

    /** When it is over. */
    public Instant endsAt() {
        return startsAt.plus(duration);
    }
}
