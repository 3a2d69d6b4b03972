package dev.gangway.wizard;

/** What the all-sessions grid shows and sorts by. Rows that tie follow each other by their last activity, newest first. */
public enum OverviewColumn {
    /** The account's name, whatever its case. */
    ACCOUNT,
    /** What the person calls the wizard session, whatever its case. */
    NAME,
    /** The wizard's name. */
    WIZARD,
    /** In the order of a life: in progress, completed, abandoned, expired. */
    STATUS,
    /** The key of the step. */
    STEP,
    /** How far it is. */
    PROGRESS,
    /** When it began. */
    STARTED,
    /** When something last happened. */
    LAST_ACTIVITY,
    /** How long it took; what is not finished comes last, up and down. */
    DURATION
}
