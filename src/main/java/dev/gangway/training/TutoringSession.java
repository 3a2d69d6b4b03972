package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.training.TutoringAction.Side;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lesson as one student and the trainer see it.
 *
 * @param purchaseSessionId the lesson of the purchase that it repeats
 * @param sessionNumber its number within the purchase
 * @param trainerId null: the trainer is erased
 * @param durationMinutes 1 to 480
 * @param place where; null: on a screen
 * @param absent who was not there; null: nobody is known to have been absent
 * @param disputeReason what the student said when they disputed it; null: nothing
 */
public record TutoringSession(
        UUID id,
        UUID purchaseSessionId,
        UUID purchaseId,
        int sessionNumber,
        @Nullable UserId trainerId,
        UserId studentId,
        String courseId,
        Instant startsAt,
        int durationMinutes,
        LessonType type,
        @Nullable Place place,
        TutoringStatus status,
        @Nullable Side absent,
        @Nullable String disputeReason) {

    /** Whether the caller may know of it: who gives it, who gets it, administrators. */
    boolean isFor(Caller caller) {
        return caller.is(Role.ADMIN)
                || caller.userId().equals(studentId)
                || caller.userId().equals(trainerId);
    }

    /** Who is on a side; null: the trainer is erased. */
    @Nullable UserId person(Side side) {
        return side == Side.TRAINER ? trainerId : studentId;
    }

    /** Whether the caller may act for a side: the person on it, administrators for both. */
    boolean isFor(Caller caller, Side side) {
        return caller.is(Role.ADMIN) || caller.userId().equals(person(side));
    }
}
