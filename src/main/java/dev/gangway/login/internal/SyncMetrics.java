package dev.gangway.login.internal;

import dev.gangway.login.SyncReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what synchronisations of this process checked and mended, and how many copies disagree as far as they know. */
@Component
public class SyncMetrics {

    private final Counter checked;
    private final Counter updated;
    private final Counter errors;
    private volatile double disagreeing = Double.NaN;

    SyncMetrics(MeterRegistry meters) {
        this.checked = Counter.builder("gangway.login.sync.checked")
                .description("Login sessions whose copy a synchronisation compared with its source")
                .register(meters);
        this.updated = Counter.builder("gangway.login.sync.updated")
                .description("Copies that a synchronisation mended")
                .register(meters);
        this.errors = Counter.builder("gangway.login.sync.errors")
                .description("Copies that a synchronisation could not mend")
                .register(meters);
        Gauge.builder("gangway.login.copies.disagreeing", () -> disagreeing)
                .description(
                        "Live login sessions whose copy disagrees with its source, as the last run on this replica left it")
                .register(meters);
    }

    /** So many copies of all live login sessions disagree now. */
    public void disagreeing(long wrong) {
        disagreeing = wrong;
    }

    /** What a run did. */
    public void ran(SyncReport report) {
        checked.increment((double) report.checked());
        updated.increment((double) report.updated());
        errors.increment((double) report.errors());
    }
}
