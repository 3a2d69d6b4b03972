package dev.gangway.account;

/** What came of a log-in at an identity provider. */
public sealed interface SignOnOutcome {

    /** The account, made just now if it was not there. */
    record Accepted(Account account) implements SignOnOutcome {}

    /** There is an account, and it was disabled. */
    record Disabled() implements SignOnOutcome {}

    /** The account was erased after the provider said this; whoever logs in there anew gets a new one. */
    record Erased() implements SignOnOutcome {}

    /** The id belongs to an account that is not this provider's. */
    record Foreign() implements SignOnOutcome {}
}
