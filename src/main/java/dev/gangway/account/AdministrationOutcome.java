package dev.gangway.account;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import java.util.List;

/** What came of an administrator's change to an account. */
public sealed interface AdministrationOutcome {

    /**
     * Done.
     *
     * @param account as it is now
     * @param made whether it is new
     */
    record Saved(ManagedAccount account, boolean made) implements AdministrationOutcome {}

    /** Refused for what was sent; nothing changed. */
    record Invalid(List<FieldProblem> problems) implements AdministrationOutcome {}

    /** Refused for what others changed meanwhile in the same fields; nothing changed. */
    record Stale(List<FieldConflict> conflicts) implements AdministrationOutcome {}

    /** Refused because nobody could undo it; nothing changed. */
    record Refused(Message why) implements AdministrationOutcome {}

    /** There is no such account (any more); none is made. */
    record Unknown() implements AdministrationOutcome {}
}
