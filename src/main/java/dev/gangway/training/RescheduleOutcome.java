package dev.gangway.training;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import java.util.List;

/** What came of asking for another time, or of answering that. */
public sealed interface RescheduleOutcome {

    /** Done; the request as it is now. */
    record Done(Reschedule request) implements RescheduleOutcome {}

    /** What is asked for cannot be, whatever the state: each problem by its field. */
    record Invalid(List<FieldProblem> problems) implements RescheduleOutcome {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Not possible as things are: the calendar, the lesson or the request does not allow it. */
    record Refused(Message why) implements RescheduleOutcome {}

    /** It is for somebody else in the lesson to do. */
    record NotYours() implements RescheduleOutcome {}

    /** There is none, or it is other people's. */
    record Unknown() implements RescheduleOutcome {}
}
