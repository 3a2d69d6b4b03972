package dev.gangway.training;

/** What can be done to a lesson of one student; each fits only some states and one of the two sides. */
public enum TutoringAction {
    /** The trainer begins it. */
    START(Side.TRAINER, TutoringStatus.SCHEDULED, TutoringStatus.IN_PROGRESS),
    /** The trainer says that it is over. */
    COMPLETE(Side.TRAINER, TutoringStatus.IN_PROGRESS, TutoringStatus.PENDING_CONFIRMATION),
    /** The trainer calls it off. */
    CANCEL(Side.TRAINER, TutoringStatus.SCHEDULED, TutoringStatus.CANCELLED),
    /** The student agrees that it took place, also after a dispute. */
    CONFIRM(Side.STUDENT, TutoringStatus.PENDING_CONFIRMATION, TutoringStatus.COMPLETED),
    /** The student says that it was not as it should have been. */
    DISPUTE(Side.STUDENT, TutoringStatus.PENDING_CONFIRMATION, TutoringStatus.DISPUTED);

    private final Side side;
    private final TutoringStatus from;
    private final TutoringStatus leadsTo;

    TutoringAction(Side side, TutoringStatus from, TutoringStatus leadsTo) {
        this.side = side;
        this.from = from;
        this.leadsTo = leadsTo;
    }

    /** Who does it. */
    public Side side() {
        return side;
    }

    /** The state that it leads to. */
    public TutoringStatus leadsTo() {
        return leadsTo;
    }

    /** Whether it can be done in a state. */
    public boolean fits(TutoringStatus status) {
        return status == from || (this == CONFIRM && status == TutoringStatus.DISPUTED);
    }

    /** The two sides of a lesson; administrators act for both. */
    public enum Side {
        /** Who gives it. */
        TRAINER,
        /** Who gets it. */
        STUDENT
    }
}
