package dev.gangway.account;

import dev.gangway.base.UserId;
import java.time.Duration;

/** What came of a name and a password, and of the code where one is needed. */
public sealed interface LogInOutcome {

    /**
     * They belong together.
     *
     * @param password what was checked; it may be another one by now
     */
    record Accepted(Account account, PasswordMark password) implements LogInOutcome {}

    /**
     * The password is right, and the account's second factor is to be asked for: nobody is let in yet.
     *
     * @param password what was checked
     */
    record CodeNeeded(UserId userId, PasswordMark password) implements LogInOutcome {}

    /** The password is right and the code is not, or was used before. */
    record CodeRefused() implements LogInOutcome {}

    /** They do not, or the account cannot log in; which of it is not told. */
    record Refused() implements LogInOutcome {}

    /** Too many failures; nothing was checked. */
    record Throttled(Duration retryAfter) implements LogInOutcome {}
}
