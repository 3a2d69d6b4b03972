package dev.gangway.wizard;

/** What came of deleting a wizard session. */
public enum DeleteOutcome {
    /** It is gone with everything about it. */
    DELETED,
    /** It is completed, or the onboarding, which is erased elsewhere; it stays. */
    STAYS,
    /** There is none. */
    NOT_FOUND
}
