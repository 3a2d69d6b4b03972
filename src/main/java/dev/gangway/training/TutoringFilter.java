package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lessons are wanted; null does not narrow.
 *
 * @param purchase of a purchase
 * @param trainer that someone gives
 * @param student that someone gets
 * @param involved that someone gives or gets: what anybody but an administrator may see
 */
public record TutoringFilter(
        @Nullable UUID purchase,
        @Nullable UserId trainer,
        @Nullable UserId student,
        @Nullable UserId involved) {

    /** Those that a trainer gives. */
    public static TutoringFilter givenBy(UserId trainer) {
        return new TutoringFilter(null, trainer, null, null);
    }

    /** Those that a student gets. */
    public static TutoringFilter of(UserId student) {
        return new TutoringFilter(null, null, student, null);
    }

    /**
     * Where a page ended: lists are in the order of time.
     *
     * @param startsAt of the last one
     * @param id of the last one
     */
    public record Position(Instant startsAt, UUID id) {}
}
