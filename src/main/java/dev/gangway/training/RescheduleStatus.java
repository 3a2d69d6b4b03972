package dev.gangway.training;

/** Where a request for another time stands. */
public enum RescheduleStatus {
    /** Waits for the other side. */
    OPEN,
    /** The lesson was moved. */
    APPROVED,
    /** The lesson stays. */
    DECLINED,
    /** Whoever asked has thought better of it. */
    WITHDRAWN,
    /** The lesson was moved, cancelled, begun or given to somebody else meanwhile, or the proposed time has come. */
    OUTDATED
}
