package dev.gangway.wizard;

import dev.gangway.base.Transactions;
import dev.gangway.wizard.internal.LapseStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Lets wizard sessions of defined wizards lapse: without activity for {@link #IDLE} they become abandoned, which their owner's
 * return undoes; those of a wizard that has ended become expired for good. Several at once share the work.
 */
@Service
public class Lapses {

    /** How long a wizard session waits for its owner. */
    public static final Duration IDLE = Duration.ofDays(30);

    /** Few enough that nobody waits long for a row, many enough that a million take a thousand round trips. */
    private static final int AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);

    private final LapseStore store;
    private final Transactions transactions;
    private final Clock clock;
    private final Counter abandoned;
    private final Counter expired;

    Lapses(LapseStore store, Transactions transactions, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.abandoned = metrics.counter("gangway.wizard.sessions.abandoned");
        this.expired = metrics.counter("gangway.wizard.sessions.expired");
    }

    /** Lets everything lapse that is due by now. */
    public Lapsed run() {
        Instant now = clock.instant();
        // What has ended expires and is not abandoned first.
        long ended = all(() -> store.expire(AT_ONCE, now), expired);
        long idle = all(() -> store.abandon(now.minus(IDLE), AT_ONCE, now), abandoned);
        if (ended + idle > 0) {
            LOG.info("Wizard sessions abandoned: {}, expired: {}", idle, ended);
        }
        return new Lapsed(idle, ended);
    }

    private long all(Supplier<Integer> some, Counter counter) {
        long sum = 0;
        int done;
        do {
            done = transactions.inOne(some);
            counter.increment(done);
            sum += done;
        } while (done == AT_ONCE);
        return sum;
    }

    /** How many wizard sessions lapsed. */
    public record Lapsed(long abandoned, long expired) {}
}
