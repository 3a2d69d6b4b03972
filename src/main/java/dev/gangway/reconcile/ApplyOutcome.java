package dev.gangway.reconcile;

/** What became of asking for an apply or for its undo. */
public sealed interface ApplyOutcome {

    /**
     * It is under way.
     *
     * @param apply how it stands
     */
    record Started(Apply apply) implements ApplyOutcome {}

    /**
     * Another one on the same copy is under way.
     *
     * @param other the other one
     */
    record AtWork(Apply other) implements ApplyOutcome {}

    /** There is nothing to apply, or it is not, or no longer, the last apply that changed something. */
    record Nothing() implements ApplyOutcome {}
}
