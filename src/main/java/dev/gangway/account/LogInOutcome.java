package dev.gangway.account;

import java.time.Duration;

/** What came of a name and a password. */
public sealed interface LogInOutcome {

    /** They belong together. */
    record Accepted(Account account) implements LogInOutcome {}

    /** They do not, or the account cannot log in; which of it is not told. */
    record Refused() implements LogInOutcome {}

    /** Too many failures; nothing was checked. */
    record Throttled(Duration retryAfter) implements LogInOutcome {}
}
