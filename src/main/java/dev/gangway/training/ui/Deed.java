package dev.gangway.training.ui;

import dev.gangway.base.UserId;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleStatus;
import dev.gangway.training.TutoringAction;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a page offers to do with a lesson, in the order in which it stands there. */
enum Deed {
    APPROVE(Weight.FIRST),
    DECLINE(Weight.SECOND),
    START(Weight.FIRST),
    COMPLETE(Weight.FIRST),
    CONFIRM(Weight.FIRST),
    DISPUTE(Weight.SECOND),
    ABSENCE(Weight.SECOND),
    RESCHEDULE(Weight.SECOND),
    WITHDRAW(Weight.SECOND),
    CANCEL(Weight.SECOND);

    private static final Set<TutoringStatus> NOT_OVER =
            EnumSet.of(TutoringStatus.SCHEDULED, TutoringStatus.IN_PROGRESS);

    private final Weight weight;

    Deed(Weight weight) {
        this.weight = weight;
    }

    /** How much a deed is what one comes for. */
    enum Weight {
        FIRST,
        SECOND
    }

    /**
     * What somebody may do with a lesson of theirs.
     *
     * @param tomorrow when the day of whoever looks is over: lessons beyond are not begun yet
     */
    static List<Deed> of(Lesson lesson, Side side, UserId me, Instant now, Instant tomorrow) {
        Reschedule asked = lesson.reschedule();
        boolean isOpen = asked != null && asked.status() == RescheduleStatus.OPEN;
        return Arrays.stream(values())
                .filter(deed -> switch (deed) {
                    case APPROVE, DECLINE -> asked != null && asked.waitsFor(me, side);
                    case WITHDRAW -> asked != null && isOpen && asked.askedBy().equals(me);
                    case RESCHEDULE -> !isOpen && lesson.trainer() != null && lesson.isToCome();
                    case ABSENCE ->
                        !lesson.startsAt().isAfter(now)
                                && !absentees(lesson, side).isEmpty();
                    case START ->
                        lesson.startsAt().isBefore(tomorrow)
                                && !fitting(lesson, side, TutoringAction.START).isEmpty();
                    case COMPLETE ->
                        !fitting(lesson, side, TutoringAction.COMPLETE).isEmpty();
                    case CANCEL -> !fitting(lesson, side, TutoringAction.CANCEL).isEmpty();
                    case CONFIRM ->
                        !fitting(lesson, side, TutoringAction.CONFIRM).isEmpty();
                    case DISPUTE ->
                        !fitting(lesson, side, TutoringAction.DISPUTE).isEmpty();
                })
                .toList();
    }

    /** The parts of a lesson that an action of this side fits. */
    static List<Part> fitting(Lesson lesson, Side side, TutoringAction action) {
        return action.side() == side
                ? lesson.parts().stream()
                        .filter(part -> action.fits(part.status()))
                        .toList()
                : List.of();
    }

    /** The parts of a lesson in which somebody can have been absent: a student to the trainer, the trainer to a student. */
    static List<Part> absentees(Lesson lesson, Side side) {
        return side == Side.STUDENT && lesson.trainer() == null
                ? List.of()
                : lesson.parts().stream()
                        .filter(part -> NOT_OVER.contains(part.status()))
                        .toList();
    }

    boolean isFirst() {
        return weight == Weight.FIRST;
    }
}
