package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that gives lessons.
 *
 * @param id the account
 * @param zoneId where they work
 * @param home from where they set out; null: not known, so that they can give online lessons only
 * @param courseIds what they are certified for, at most three
 * @param capacity how many purchases with lessons to come they take, 0 to 1,000
 * @param active whether they take new ones
 * @param hours when they work, in their own time zone
 * @param timeZone their own time zone
 */
public record Trainer(
        UserId id,
        String zoneId,
        @Nullable Place home,
        List<String> courseIds,
        int capacity,
        boolean active,
        WorkingHours hours,
        ZoneId timeZone) {

    public Trainer {
        courseIds = List.copyOf(courseIds);
    }

    /** The same trainer, taking no new purchases. */
    public Trainer inactive() {
        return new Trainer(id, zoneId, home, courseIds, capacity, false, hours, timeZone);
    }
}
