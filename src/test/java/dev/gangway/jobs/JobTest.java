package dev.gangway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.jobs.Job.State;
import dev.gangway.jobs.Job.Trigger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @Test
    void whatIsPlannedWaitsUntilAMinuteAfterItsTime() {
        assertThat(waiting(NOW.plusSeconds(5), 0).state(NOW)).isEqualTo(State.WAITING);
        assertThat(waiting(NOW.minusSeconds(60), 0).state(NOW)).isEqualTo(State.WAITING);
        assertThat(waiting(NOW.minusSeconds(61), 0).state(NOW)).isEqualTo(State.LATE);
    }

    @Test
    void whatFailedIsFailingUntilItIsAtWorkAgain() {
        assertThat(waiting(NOW.plus(Duration.ofHours(1)), 3).state(NOW)).isEqualTo(State.FAILING);
        assertThat(new Job("job", Trigger.CLOCK, 0, 1, 1, 3, null, null, NOW, "one").state(NOW))
                .isEqualTo(State.RUNNING);
    }

    @Test
    void whatFailedAndIsNotTakenUpAgainIsLate() {
        assertThat(waiting(NOW.minus(Duration.ofHours(1)), 3).state(NOW)).isEqualTo(State.LATE);
    }

    @Test
    void whatNobodyAskedForHasNothingToDo() {
        assertThat(Job.idle("job", Trigger.REQUEST).state(NOW)).isEqualTo(State.IDLE);
    }

    private static Job waiting(@Nullable Instant next, long failures) {
        return new Job("job", Trigger.CLOCK, 1, 0, failures == 0 ? 0 : 1, failures, next, null, null, null);
    }
}
