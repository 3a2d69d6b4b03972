package dev.gangway.training;

/** Where a lesson stands for one student. */
public enum TutoringStatus {
    /** To come. */
    SCHEDULED,
    /** The trainer has begun it. */
    IN_PROGRESS,
    /** The trainer says that it is over. */
    PENDING_CONFIRMATION,
    /** The student has confirmed it. */
    COMPLETED,
    /** The student says that it was not as it should have been. */
    DISPUTED,
    /** Will not be. */
    CANCELLED
}
