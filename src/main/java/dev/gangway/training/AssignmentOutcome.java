package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of asking for a trainer. */
public sealed interface AssignmentOutcome {

    /**
     * Decided, now or when the booking came first.
     *
     * @param result how it ended the first time
     * @param trainer who was assigned; null: nobody, or they are erased
     * @param isRepeated whether the booking was known already, so that nothing was done
     * @param isAssignedNow whether the purchase has a trainer by now
     */
    record Decided(
            UUID purchaseId,
            UUID verdictId,
            AssignmentResult result,
            @Nullable UserId trainer,
            boolean isRepeated,
            boolean isAssignedNow)
            implements AssignmentOutcome {}

    /** Not stored: the booking contradicts itself. */
    record Invalid(List<FieldProblem> problems) implements AssignmentOutcome {}
}
