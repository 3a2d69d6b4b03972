package dev.gangway.training;

import java.time.Instant;

/**
 * A calendar's address that was just made: the only moment in which it is known.
 *
 * @param path where the calendar is, below the address of this server; whoever knows it reads the calendar
 * @param createdAt when it was made
 */
public record NewCalendarFeed(String path, Instant createdAt) {

    @Override
    public String toString() {
        return "NewCalendarFeed[createdAt=" + createdAt + "]"; // the path is a secret
    }
}
