package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A synchronisation of everything that goes on by itself.
 *
 * @param startedBy which administrator
 * @param done purchases that are done
 * @param total of how many; negative: it is still being found out
 * @param report what came of it; null: not over yet, or it failed
 */
public record SyncRun(
        UserId startedBy,
        Instant startedAt,
        State state,
        long done,
        long total,
        @Nullable SyncReport report) {

    /** Where it stands. */
    public enum State {
        /** Under way. */
        RUNNING,
        /** Asked to end, which it does after what it has begun. */
        STOPPING,
        /** Through. */
        DONE,
        /** Ended before its end. */
        CANCELLED,
        /** Gave up; the log says why. */
        FAILED
    }

    /** Whether it goes on. */
    public boolean isAtWork() {
        return state == State.RUNNING || state == State.STOPPING;
    }

    SyncRun at(long nowDone, long nowTotal) {
        return new SyncRun(startedBy, startedAt, state, nowDone, nowTotal, report);
    }

    SyncRun in(State next, @Nullable SyncReport outcome) {
        return new SyncRun(startedBy, startedAt, next, done, total, outcome);
    }
}
