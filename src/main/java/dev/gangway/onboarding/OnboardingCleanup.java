package dev.gangway.onboarding;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.internal.CleanupStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Clears away onboardings that were given up: without activity for some hours they become abandoned, 7 days later they are
 * deleted. One that is still being worked on, however slowly, survives. Several cleanups at once share the work.
 */
@Service
public class OnboardingCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(OnboardingCleanup.class);

    private final CleanupStore store;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;
    private final Counter abandoned;
    private final Counter deleted;
    private final Counter copyFailures;

    OnboardingCleanup(
            CleanupStore store, AuditTrail trail, Transactions transactions, Clock clock, MeterRegistry metrics) {
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.abandoned = metrics.counter("gangway.onboarding.abandoned");
        this.deleted = metrics.counter("gangway.onboarding.deleted");
        this.copyFailures = metrics.counter("gangway.onboarding.cleanup.copy.failures");
    }

    /**
     * Clears away.
     *
     * @param hours without activity, {@value Cleanup#MIN_HOURS} to {@value Cleanup#MAX_HOURS}
     */
    public Cleanup run(int hours, Cleanup.Deletion deletion) {
        require(hours);
        return counted(transactions.inOne(() -> store.run(hours, deletion, clock.instant())));
    }

    /** Clears away because an administrator asked for it, which the audit trail keeps. */
    public Cleanup run(int hours, Cleanup.Deletion deletion, UserId administrator) {
        require(hours);
        return counted(transactions.inOne(() -> {
            CleanupStore.Outcome outcome = store.run(hours, deletion, clock.instant());
            trail.record(AuditEvent.by(administrator, "onboarding.cleaned_up")
                    .with("hours", hours)
                    .with("purge", deletion == Cleanup.Deletion.AT_ONCE)
                    .with("abandoned", outcome.cleanup().abandonedCount())
                    .with("deleted", outcome.cleanup().deletedCount()));
            return outcome;
        }));
    }

    private Cleanup counted(CleanupStore.Outcome outcome) {
        Cleanup done = outcome.cleanup();
        abandoned.increment((double) done.abandonedCount());
        deleted.increment((double) done.deletedCount());
        if (outcome.copyFailures() > 0) {
            copyFailures.increment((double) outcome.copyFailures());
            LOG.warn(
                    "{} accounts kept login sessions that say otherwise than their onboarding", outcome.copyFailures());
        }
        if (done.abandonedCount() + done.deletedCount() > 0) {
            LOG.info("Onboardings abandoned: {}, deleted: {}", done.abandonedCount(), done.deletedCount());
        }
        return done;
    }

    /** Only counts what {@link #run} would do. */
    public Cleanup preview(int hours, Cleanup.Deletion deletion) {
        require(hours);
        return transactions.inOne(() -> store.preview(hours, deletion, clock.instant()));
    }

    private static void require(int hours) {
        if (hours < Cleanup.MIN_HOURS || hours > Cleanup.MAX_HOURS) {
            throw new IllegalArgumentException(
                    "hours must be from " + Cleanup.MIN_HOURS + " to " + Cleanup.MAX_HOURS + ": " + hours);
        }
    }
}
