package dev.gangway.login.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Mends copies that a read has found wrong. The reader has the right values already, so a failure is not theirs: it is
 * counted as {@code gangway.login.heal.failures} and logged; what was mended is counted as {@code gangway.login.heals}.
 */
@Component
public class HealingAtReads {

    private static final Logger LOG = LoggerFactory.getLogger(HealingAtReads.class);

    private final CopyStore store;
    private final Clock clock;
    private final Counter heals;
    private final Counter failures;

    HealingAtReads(CopyStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.heals = Counter.builder("gangway.login.heals")
                .description("Copies of the onboarding status that were found wrong at a read and mended")
                .register(meters);
        this.failures = Counter.builder("gangway.login.heal.failures")
                .description("Copies of the onboarding status that were found wrong at a read and could not be mended")
                .register(meters);
    }

    /** Mends the copies of these login sessions; none costs nothing. */
    public void heal(List<UUID> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        try {
            CopyStore.Healed healed = store.heal(wrong, clock.instant());
            healed.problem().ifPresent(problem -> failed(wrong, problem));
            heals.increment(Math.max(0, healed.updated()));
        } catch (DataAccessException | TransactionException e) {
            failed(wrong, String.valueOf(e.getMessage()));
        }
    }

    private void failed(List<UUID> wrong, String problem) {
        failures.increment(wrong.size());
        LOG.warn("The copies of the login sessions {} were wrong and could not be mended: {}", wrong, problem);
    }
}
