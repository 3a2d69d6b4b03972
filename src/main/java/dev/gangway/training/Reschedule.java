package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.training.TutoringAction.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to have a lesson at another time, for everybody in it.
 *
 * @param purchaseSessionId the lesson of the purchase
 * @param askedAs which side asked; the other one decides
 * @param lessonStartsAt when the lesson was when they asked
 * @param startsAt when it should be
 * @param reason 1 to 500 characters
 * @param decidedAt when it was settled, in whichever way; null: it is open, or was overtaken by time
 * @param approvedBy the students who have agreed to what their trainer asks; it takes all of them
 */
public record Reschedule(
        UUID id,
        UUID purchaseSessionId,
        int sessionNumber,
        UserId askedBy,
        Side askedAs,
        Instant lessonStartsAt,
        Instant startsAt,
        String reason,
        RescheduleStatus status,
        Instant askedAt,
        @Nullable Instant decidedAt,
        List<UserId> approvedBy) {

    public Reschedule {
        approvedBy = List.copyOf(approvedBy);
    }

    /** Whether it waits for the answer of a person on a side. */
    public boolean waitsFor(UserId person, Side side) {
        return status == RescheduleStatus.OPEN && side != askedAs && !approvedBy.contains(person);
    }
}
