package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import java.util.List;
import java.util.UUID;

/** What came of a trainer's leaving. */
public sealed interface DepartureOutcome {

    /**
     * Done as far as possible.
     *
     * @param moved lessons that others give now
     * @param unchanged lessons that were with their takers before
     * @param left lessons that could not be taken, each with why; they stay as they are
     * @param remaining lessons to come that are still the trainer's
     * @param isActive whether the trainer takes new purchases
     */
    record Done(int moved, int unchanged, List<Left> left, int remaining, boolean isActive)
            implements DepartureOutcome {
        public Done {
            left = List.copyOf(left);
        }
    }

    /** Nothing was done: what was asked for contradicts itself. */
    record Invalid(List<FieldProblem> problems) implements DepartureOutcome {}

    /** No such trainer. */
    record Unknown() implements DepartureOutcome {}

    /** A lesson that could not be taken. */
    record Left(UUID lesson, UserId taker, Obstacle why) {}

    /** Why a lesson could not be taken. */
    enum Obstacle {
        /** It is not, or not any more, the trainer's who leaves. */
        NOT_THEIRS,
        /** It has begun, is over or was called off. */
        NOT_TO_COME,
        /** The taker is no active trainer of the zone who is certified for the course. */
        NO_CANDIDATE,
        /** It is offline, and nobody knows where the taker lives. */
        NO_COORDINATES,
        /** The taker lives farther from it than the zone's radius. */
        TOO_FAR,
        /** The taker has as many purchases with lessons to come as they take. */
        AT_CAPACITY,
        /** It would be outside of the taker's working hours. */
        OUTSIDE_WORKING_HOURS,
        /** It would meet another lesson of the taker. */
        SLOT_TAKEN;

        /** The obstacle that a reason for passing somebody over comes to. */
        public static Obstacle of(Candidate.Reason reason) {
            return switch (reason) {
                case NO_COORDINATES -> NO_COORDINATES;
                case TOO_FAR -> TOO_FAR;
                case AT_CAPACITY -> AT_CAPACITY;
                case OUTSIDE_WORKING_HOURS -> OUTSIDE_WORKING_HOURS;
                case SLOT_TAKEN -> SLOT_TAKEN;
                case FARTHER, HIGHER_LOAD, ASSIGNED_MORE_RECENTLY, LATER_ID ->
                    throw new IllegalArgumentException(reason + " keeps nobody from giving a lesson");
            };
        }
    }
}
