package dev.gangway.training;

import java.time.Instant;

/** What came of acting on a lesson. */
public sealed interface TutoringOutcome {

    /** Done. */
    record Done(TutoringSession lesson) implements TutoringOutcome {}

    /** Does not fit its state. */
    record WrongState(TutoringStatus status) implements TutoringOutcome {}

    /** Cannot be before the lesson begins. */
    record TooEarly(Instant startsAt) implements TutoringOutcome {}

    /** It is for the other side to do. */
    record NotYours() implements TutoringOutcome {}

    /** There is none, or it is other people's. */
    record Unknown() implements TutoringOutcome {}
}
