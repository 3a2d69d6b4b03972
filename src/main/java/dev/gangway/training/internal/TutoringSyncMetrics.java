package dev.gangway.training.internal;

import dev.gangway.base.Texts;
import dev.gangway.training.SyncReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says what synchronisations did in the log lines that operators watch for, and counts it. */
@Component
public class TutoringSyncMetrics {

    private static final Logger LOG = LoggerFactory.getLogger("dev.gangway.training.sync");

    private final MeterRegistry meters;
    private final Texts texts;
    private final Counter created;
    private final Counter updated;
    private final Counter errors;
    private final AtomicLong unsynced = new AtomicLong();

    TutoringSyncMetrics(MeterRegistry meters, Texts texts) {
        this.meters = meters;
        this.texts = texts;
        this.created = counter("created", "Tutoring sessions that a synchronisation created");
        this.updated = counter("updated", "Tutoring sessions that a synchronisation corrected");
        this.errors = counter("errors", "Rows that a synchronisation could not write");
        Gauge.builder("gangway.training.purchases.unsynced", unsynced, AtomicLong::doubleValue)
                .description("Purchases whose tutoring sessions are missing or wrong, as far as this replica knows")
                .register(meters);
    }

    /** A synchronisation ended by itself. */
    public void ran(SyncReport report) {
        created.increment((double) report.created());
        updated.increment((double) report.updated());
        errors.increment((double) report.errors());
        if (report.errors() == 0) {
            LOG.info("Successfully synced {} sessions", report.written());
            run("success");
        } else if (report.written() > 0) {
            LOG.warn(
                    "Partially synced: {} created, {} updated, {} errors",
                    report.created(),
                    report.updated(),
                    report.errors());
            run("partial");
        } else {
            tellFailure(first(report));
        }
    }

    /** A synchronisation could do nothing. */
    public void failed(String why) {
        errors.increment();
        tellFailure(why);
    }

    private void tellFailure(String why) {
        LOG.error("Failed to sync sessions: {}", why);
        run("failed");
    }

    /** One more purchase has copies that are missing. */
    public void oneMoreUnsynced() {
        unsynced.incrementAndGet();
    }

    /** So many purchases have missing or wrong copies now. */
    public void unsynced(long purchases) {
        unsynced.set(purchases);
    }

    private String first(SyncReport report) {
        return report.problems().stream()
                .findFirst()
                .map(problem -> problem.row() + ": " + texts.of(problem.why(), Locale.ENGLISH))
                .orElse("unknown");
    }

    private void run(String result) {
        meters.counter("gangway.training.sync.runs", "result", result).increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder("gangway.training.sync." + name)
                .description(description)
                .register(meters);
    }
}
