package dev.gangway.account;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of making or changing an account. */
public sealed interface AccountOutcome {

    /** Done; the account as it is now. */
    record Saved(Account account) implements AccountOutcome {}

    /** Refused; nothing changed. */
    record Invalid(List<FieldProblem> problems) implements AccountOutcome {}
}
