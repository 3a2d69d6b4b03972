package dev.gangway.training;

import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Message;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.training.internal.LessonNews;
import dev.gangway.training.internal.SyncChunks;
import dev.gangway.training.internal.SyncStore;
import dev.gangway.training.internal.SyncStore.Readiness;
import dev.gangway.training.internal.TutoringSyncMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes tutoring sessions agree with the purchase sessions that they repeat: what is missing is created, what drifted is
 * corrected, and a lesson that has begun or was cancelled keeps its status. Doing it again changes nothing.
 */
@Service
public class TutoringSync {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final SyncStore store;
    private final SyncChunks chunks;
    private final TutoringSyncMetrics metrics;
    private final LessonNews news;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final TransactionTemplate reading;

    TutoringSync(
            SyncStore store,
            SyncChunks chunks,
            TutoringSyncMetrics metrics,
            LessonNews news,
            AuditTrail trail,
            Transactions transactions,
            PlatformTransactionManager manager) {
        this.store = store;
        this.chunks = chunks;
        this.metrics = metrics;
        this.news = news;
        this.trail = trail;
        this.transactions = transactions;
        this.reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setTimeout((int) LONGEST.toSeconds());
    }

    /** Syncs every purchase of which some tutoring session is missing or wrong, however many these are. */
    public SyncReport all(@Nullable UserId requester, SyncProgress progress) {
        List<UUID> wrong = reading.execute(status -> store.wrongPurchases());
        try {
            SyncReport report = chunks.all(wrong, requester, progress);
            done(report, requester);
            metrics.unsynced(report.errors() == 0 && report.purchases() >= wrong.size() ? 0 : unsynced());
            return report;
        } catch (RuntimeException e) {
            metrics.unsynced(wrong.size());
            metrics.failed(String.valueOf(e.getMessage()));
            news.tellAll(); // of what was written before
            throw e;
        }
    }

    /** What {@link #all} would do; its problems are counted and not named. */
    public SyncReport preview() {
        return reading.execute(status -> store.preview(null));
    }

    /** What {@link #purchase} would do. */
    public SyncReport preview(UUID purchase) {
        return reading.execute(status -> store.preview(purchase));
    }

    /** How many purchases have a tutoring session that is missing or wrong. */
    public long unsynced() {
        return reading.execute(status -> store.countWrongPurchases());
    }

    /** Syncs one purchase. */
    public SyncOutcome purchase(UUID purchase, @Nullable UserId requester) {
        Optional<Readiness> readiness = store.readiness(purchase);
        return readiness.isEmpty()
                ? new SyncOutcome.Unknown()
                : notReady(readiness.get())
                        .orElseGet(
                                () -> new SyncOutcome.Done(done(chunks.some(List.of(purchase), requester), requester)));
    }

    /** Syncs one lesson of a purchase for each of its students. */
    public SyncOutcome lesson(UUID lesson, @Nullable UserId requester) {
        Optional<UUID> purchase = store.purchaseOf(lesson);
        return purchase.isEmpty()
                ? new SyncOutcome.Unknown()
                : purchase.flatMap(store::readiness)
                        .flatMap(TutoringSync::notReady)
                        .orElseGet(() -> new SyncOutcome.Done(
                                done(chunks.lesson(purchase.get(), lesson, requester), requester)));
    }

    private SyncReport done(SyncReport report, @Nullable UserId requester) {
        metrics.ran(report);
        tell(report);
        if (requester != null) {
            record(AuditEvent.by(requester, "training.synced")
                    .with("purchases", report.purchases())
                    .with("created", report.created())
                    .with("updated", report.updated())
                    .with("errors", report.errors()));
        }
        return report;
    }

    private void record(AuditEvent event) {
        transactions.inOne(() -> {
            trail.record(event);
            return event;
        });
    }

    private void tell(SyncReport report) {
        if (report.created() + report.updated() > 0) {
            news.tellAll();
        }
    }

    private static Optional<SyncOutcome> notReady(Readiness readiness) {
        if (!readiness.hasLessons()) {
            return Optional.of(new SyncOutcome.NotReady(Message.of("training.sync.no_sessions")));
        }
        return readiness.hasTrainer()
                ? Optional.empty()
                : Optional.of(new SyncOutcome.NotReady(Message.of("training.sync.no_trainer")));
    }
}
