package dev.gangway.wizard;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of renaming a wizard session or moving in it. */
public sealed interface ChangeOutcome {

    /** It is like this now. */
    record Changed(WizardSessionView view) implements ChangeOutcome {}

    /** The name cannot be stored. */
    record Invalid(List<FieldProblem> problems) implements ChangeOutcome {}

    /** It was renamed meanwhile. */
    record Conflict(List<FieldConflict> conflicts) implements ChangeOutcome {}

    /** There is no such step, it is hidden, or an earlier one is missing. */
    record NotOpen() implements ChangeOutcome {}

    /** It is finished; nothing changes any more. */
    record AlreadyCompleted() implements ChangeOutcome {}

    /** Its wizard came to an end. */
    record Expired() implements ChangeOutcome {}

    /** Its wizard comes with the application and has pages of its own. */
    record BuiltIn() implements ChangeOutcome {}
}
