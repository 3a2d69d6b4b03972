package dev.gangway.training.api;

import dev.gangway.training.DepartureOutcome;
import java.util.List;

/** What came of a handover, as it is answered. */
@CamelCase
record DepartureAnswer(
        int sessionsMoved, int sessionsUnchanged, List<LeftAnswer> left, int sessionsRemaining, boolean active) {

    static DepartureAnswer of(DepartureOutcome.Done done) {
        return new DepartureAnswer(
                done.moved(),
                done.unchanged(),
                done.left().stream().map(LeftAnswer::of).toList(),
                done.remaining(),
                done.isActive());
    }

    /** A lesson that could not be taken. */
    @CamelCase
    record LeftAnswer(String purchaseSessionId, String trainerId, String reason) {

        static LeftAnswer of(DepartureOutcome.Left left) {
            return new LeftAnswer(
                    left.lesson().toString(), left.taker().value(), left.why().name());
        }
    }
}
