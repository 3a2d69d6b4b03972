package dev.gangway.training;

/** What came of changing a lesson of a purchase. */
public sealed interface LessonOutcome {

    /** Changed, and its copies with it. */
    record Changed(PurchaseSession lesson) implements LessonOutcome {}

    /** The trainer has another lesson at that time. */
    record Overlaps() implements LessonOutcome {}

    /** It was called off, and those who had it keep it so: they would not see it if it took place after all. */
    record CalledOff() implements LessonOutcome {}

    /** Changed elsewhere since the version that was read. */
    record Stale(PurchaseSession now) implements LessonOutcome {}

    /** No such lesson. */
    record Unknown() implements LessonOutcome {}
}
