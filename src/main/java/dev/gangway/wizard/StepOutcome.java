package dev.gangway.wizard;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of working on a step; expected refusals are data, not exceptions. */
public sealed interface StepOutcome {

    /**
     * It was stored.
     *
     * @param before the wizard session as it was
     * @param after as it is stored now
     */
    record Advanced(WizardSession before, WizardSession after) implements StepOutcome {}

    /** The answers break rules; nothing was stored. */
    record Invalid(List<FieldProblem> problems) implements StepOutcome {}

    /** Someone changed the same fields meanwhile; nothing was stored. */
    record Conflict(List<FieldConflict> conflicts) implements StepOutcome {}

    /** An earlier step is neither completed nor skipped. */
    record NotOpen() implements StepOutcome {}

    /** A required step cannot be skipped. */
    record Required() implements StepOutcome {}

    /** An administrator put the wizard session on another version since the person saw the step; nothing was stored. */
    record Moved() implements StepOutcome {}

    /** The wizard session is finished; its steps do not change any more. */
    record AlreadyCompleted() implements StepOutcome {}

    /** The wizard came to an end before the wizard session did. */
    record Expired() implements StepOutcome {}

    /** The wizard session is not finished yet, which revising asks for. */
    record NotCompleted() implements StepOutcome {}
}
