package dev.gangway.privacy;

import dev.gangway.base.FieldProblem;

/** What came of the wish to be erased. */
public sealed interface ErasureOutcome {

    /** Everything is gone, and everyone who was logged in with the account is logged out. */
    record Erased() implements ErasureOutcome {}

    /** The name that was typed is not the account's; nothing changed. */
    record NotConfirmed(FieldProblem problem) implements ErasureOutcome {}

    /** Nobody could manage accounts any more; nothing changed. */
    record LastAdministrator() implements ErasureOutcome {}

    /** It was erased before. */
    record AlreadyErased() implements ErasureOutcome {}
}
