package dev.gangway.training;

/** Where a lesson of a purchase stands, for everybody in it. */
public enum PurchaseSessionStatus {
    /** To come. */
    SCHEDULED,
    /** Over, whatever students say of it. */
    COMPLETED,
    /** Will not be; its time is free for others. */
    CANCELLED
}
