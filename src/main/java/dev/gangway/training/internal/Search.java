package dev.gangway.training.internal;

import dev.gangway.training.Booking;
import dev.gangway.training.Candidate;
import dev.gangway.training.Place;
import dev.gangway.training.Slot;
import dev.gangway.training.Zone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What candidates are searched for.
 *
 * @param course what they must be certified for
 * @param zone where they must work
 * @param place where offline lessons are
 * @param wanted what they must be able to do
 * @param own the purchase whose own lessons count neither as taken nor as load; null: none
 * @param now the moment at which loads count
 */
public record Search(
        String course,
        String zone,
        Place place,
        Candidate.Wanted wanted,
        @Nullable UUID own,
        Instant now) {

    /** For a booking in a zone, where trainers may live so much farther away. */
    public static Search of(
            Booking booking, Zone zone, List<Slot> slots, double extraKm, @Nullable UUID own, Instant now) {
        return new Search(
                booking.courseId(),
                zone.id(),
                booking.place(),
                new Candidate.Wanted(slots, booking.hasOfflineLessons(), zone.radiusKm() + extraKm),
                own,
                now);
    }

    /** When the first lesson begins; now where there is none. */
    Instant begins() {
        return wanted.slots().stream()
                .map(Slot::startsAt)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /** When the last lesson is over; now where there is none. */
    Instant ends() {
        return wanted.slots().stream()
                .map(Slot::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** The slots as PostgreSQL writes several ranges of time. */
    String multirange() {
        return wanted.slots().stream()
                .map(slot -> "[" + slot.startsAt() + "," + slot.endsAt() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
