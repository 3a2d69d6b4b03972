package dev.gangway.wizard;

/** What came of keeping a draft. */
public enum DraftKept {
    /** It is stored. */
    KEPT,
    /** The step is not open, or the wizard session is over. */
    NOT_OPEN,
    /** There is no such wizard session or step. */
    NOT_FOUND
}
