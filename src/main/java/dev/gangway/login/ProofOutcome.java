package dev.gangway.login;

/** What came of a proof. */
public enum ProofOutcome {
    /** It is taken. */
    GIVEN,
    /** The password is wrong. */
    WRONG,
    /** Too many were wrong; nothing was checked. */
    THROTTLED
}
