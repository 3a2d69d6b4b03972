package dev.gangway.jobs;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One kind of background job, as it stands on all replicas together.
 *
 * @param name what the job library calls it
 * @param trigger whether it runs by the clock or when it is asked for
 * @param waiting how many are planned or asked for and not at work
 * @param running how many are at work
 * @param failing how many of both failed when they last ran
 * @param failures how often the worst of them failed, one time after the other
 * @param next when the first of those waiting is due; null: none waits
 * @param lastSuccess when one last succeeded; null: never, or it left nothing behind
 * @param lastFailure when one last failed, likewise
 * @param runner the replica that is at work; null: none, or several
 */
public record Job(
        String name,
        Trigger trigger,
        long waiting,
        long running,
        long failing,
        long failures,
        @Nullable Instant next,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String runner) {

    /** Jobs are taken within a second, so that one which waits for so long finds no replica to do it. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** What makes a job run. */
    public enum Trigger {
        /** By the clock, again and again. */
        CLOCK,
        /** Asked for by something that happened; done once. */
        REQUEST
    }

    /** How a job stands. */
    public enum State {
        /** It failed when it last ran, and will be tried again. */
        FAILING,
        /** It should have begun long ago. */
        LATE,
        /** It is at work. */
        RUNNING,
        /** It waits for its time. */
        WAITING,
        /** There is nothing to do. */
        IDLE
    }

    /** A job that is known and neither planned nor asked for. */
    static Job idle(String name, Trigger trigger) {
        return new Job(name, trigger, 0, 0, 0, 0, null, null, null, null);
    }

    /** How it stands at that moment. */
    public State state(Instant now) {
        if (running > 0) {
            return State.RUNNING;
        }
        if (next != null && next.plus(LATE).isBefore(now)) {
            return State.LATE;
        }
        if (failing > 0) {
            return State.FAILING;
        }
        return waiting > 0 ? State.WAITING : State.IDLE;
    }
}
