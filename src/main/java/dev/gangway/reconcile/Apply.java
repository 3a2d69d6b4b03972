package dev.gangway.reconcile;

import dev.gangway.base.copy.Disagreement.Kind;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that copies were made to agree with their source.
 *
 * @param id ordered by time
 * @param copy which copy
 * @param state how it stands
 * @param startedBy the name of who started it; null: an account that was erased
 * @param startedAt when
 * @param finishedAt when it, or the undo of it, came to an end; null: under way
 * @param selected how many rows were chosen; null: all that disagreed
 * @param kinds in which ways they disagreed
 * @param expected how many rows are to be looked at; null: not counted yet
 * @param changed rows that were made to agree
 * @param skipped rows that agreed, or had been changed by someone else, when their turn came
 * @param undo what became of an undo; null: none was asked for
 */
public record Apply(
        UUID id,
        String copy,
        State state,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer selected,
        Set<Kind> kinds,
        @Nullable Long expected,
        long changed,
        long skipped,
        @Nullable Undo undo) {

    public Apply {
        kinds = Set.copyOf(kinds);
    }

    /** How an apply stands. */
    public enum State {
        /** Rows are being made to agree. */
        RUNNING,
        /** All were looked at. */
        DONE,
        /** Someone stopped it; what was changed until then stays. */
        CANCELLED,
        /** The database refused again and again; what was changed until then stays. */
        FAILED,
        /** The values before are being brought back. */
        UNDOING,
        /** The values before were brought back wherever nothing had changed since. */
        UNDONE
    }

    /**
     * Bringing back the values before.
     *
     * @param by the name of who asked for it; null: an account that was erased
     * @param at when
     * @param restored rows that have their values back
     * @param kept rows that were left, because they had changed since
     */
    public record Undo(@Nullable String by, Instant at, long restored, long kept) {}

    /** Whether it, or its undo, is under way. */
    public boolean isAtWork() {
        return state == State.RUNNING || state == State.UNDOING;
    }

    /** How far the work is, from 0 to 1; empty as long as it is not known how much there is. */
    public OptionalDouble progress() {
        Long all = state == State.UNDOING ? Long.valueOf(changed) : expected;
        if (all == null) {
            return OptionalDouble.empty();
        }
        // More may disagree by now than was counted at the beginning.
        return OptionalDouble.of(all == 0 ? 1 : Math.min(1, (double) looked() / all));
    }

    /** Rows that were looked at so far. */
    public long looked() {
        return state == State.UNDOING && undo != null ? undo.restored() + undo.kept() : changed + skipped;
    }
}
