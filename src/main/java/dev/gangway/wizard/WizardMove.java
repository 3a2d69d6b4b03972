package dev.gangway.wizard;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that the running wizard sessions of a wizard were moved to a version of it.
 *
 * @param id ordered by time
 * @param version the version they are moved to
 * @param state how it stands
 * @param startedBy the name of who started it; null: an account that was erased
 * @param finishedAt when it came to an end; null: under way
 * @param expected how many wizard sessions there were to move when it began
 * @param moved how many were moved
 * @param passedOver how many were over, or on the version already, when their turn came
 * @param kept answers that the version takes
 * @param dropped answers that it does not take
 */
public record WizardMove(
        UUID id,
        UUID wizardId,
        int version,
        State state,
        @Nullable String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long expected,
        long moved,
        long passedOver,
        long kept,
        long dropped) {

    /** How a move stands. */
    public enum State {
        /** Wizard sessions are being moved. */
        RUNNING,
        /** All were looked at. */
        DONE,
        /** Someone stopped it; those moved until then stay moved. */
        CANCELLED,
        /** The database refused again and again; those moved until then stay moved. */
        FAILED;

        /** As it is stored and told: {@code running}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that word. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it is under way. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** How far it is, 0 to 100; only what is over is at 100. */
    public int percent() {
        if (!isRunning()) {
            return 100;
        }
        // More may run by now than when it began.
        return expected == 0 ? 0 : (int) Math.min(99, 100 * (moved + passedOver) / expected);
    }
}
