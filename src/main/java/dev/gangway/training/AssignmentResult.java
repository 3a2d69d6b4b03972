package dev.gangway.training;

/** How an assignment ended. */
public enum AssignmentResult {
    /** A trainer gives the lessons. */
    ASSIGNED,
    /** No trainer can at present; it is tried again when a trainer or a slot becomes free. */
    WAITLISTED,
    /** No active zone covers the place. */
    SERVICE_NOT_AVAILABLE
}
