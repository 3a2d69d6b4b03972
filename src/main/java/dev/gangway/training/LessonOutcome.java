package dev.gangway.training;

/** What came of changing a lesson of a purchase. */
public sealed interface LessonOutcome {

    /** Changed, and its copies with it. */
    record Changed(PurchaseSession lesson) implements LessonOutcome {}

    /** The trainer has another lesson at that time. */
    record Overlaps() implements LessonOutcome {}

    /** Changed elsewhere since the version that was read. */
    record Stale(PurchaseSession now) implements LessonOutcome {}

    /** No such lesson. */
    record Unknown() implements LessonOutcome {}
}
