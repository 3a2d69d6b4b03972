package dev.gangway.wizard;

import dev.gangway.base.Transactions;
import dev.gangway.wizard.internal.ProjectionStore;
import dev.gangway.wizard.internal.ProjectionStore.Batch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Brings the projection of the all-sessions grid up to what writers told the outbox, and tells the listeners. One at a time
 * in the cluster; what was taken from the outbox and what was written of it are one transaction, so that a crash costs
 * nothing and repeats nothing.
 */
@Service
public class OverviewProjector {

    /** So few that an erasure, which waits for rows that are being written, waits for a tenth of a second at most. */
    private static final int BATCH = 1000;

    private static final int MOST_BATCHES = 5;

    private final ProjectionStore store;
    private final Transactions transactions;
    private final List<OverviewListener> listeners;
    private final Timer lag;
    private final Clock clock;
    private volatile long backlog;

    OverviewProjector(
            ProjectionStore store,
            Transactions transactions,
            List<OverviewListener> listeners,
            MeterRegistry meters,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
        this.lag = Timer.builder("gangway.overview.lag")
                .description(
                        "From the oldest change of a wizard session in a batch to its row in the all-sessions grid")
                .register(meters);
        Gauge.builder("gangway.overview.backlog", () -> backlog)
                .description("Changes of wizard sessions that waited when this replica last looked")
                .register(meters);
    }

    /**
     * Projects the next changes, unless another replica is at it.
     *
     * @return whether there may be more to do now
     */
    public boolean next() {
        if (!store.isWaiting()) {
            backlog = 0;
            return false;
        }
        Batch batch = transactions.inOne(() -> store.takeTurn() ? store.project(BATCH) : Batch.NOTHING);
        told(batch);
        backlog = batch.ids().isEmpty() ? backlog : store.backlog();
        return !batch.ids().isEmpty() && backlog > 0;
    }

    /** Projects all that waits, after whoever is at it. Changes of rows that others hold stay for later. */
    public void catchUp() {
        Batch batch;
        do {
            batch = transactions.inOne(() -> {
                store.awaitTurn();
                return store.project(BATCH);
            });
            told(batch);
        } while (!batch.ids().isEmpty());
    }

    /** Projects what waits now, for readers who want what was just written; under heavy writing at most some thousands. */
    public void settle() {
        for (int i = 0; i < MOST_BATCHES && store.isWaiting(); i++) {
            told(transactions.inOne(() -> {
                store.awaitTurn();
                return store.project(BATCH);
            }));
        }
    }

    private void told(Batch batch) {
        if (batch.oldest() != null) {
            Duration waited = Duration.between(batch.oldest(), clock.instant());
            lag.record(waited.isNegative() ? Duration.ZERO : waited);
            listeners.forEach(listener -> listener.projected(batch.ids(), batch.owners()));
        }
    }
}
