package dev.gangway.training;

/** Where a purchase stands. */
public enum PurchaseStatus {
    /** A trainer gives or gave its lessons. */
    ASSIGNED,
    /** Waits for a trainer. */
    WAITLISTED,
    /** No zone covers its place. */
    SERVICE_NOT_AVAILABLE
}
