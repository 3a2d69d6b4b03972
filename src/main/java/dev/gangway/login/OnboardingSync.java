package dev.gangway.login;

import dev.gangway.base.Transactions;
import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.internal.CopyComparison;
import dev.gangway.login.internal.CopyComparison.Counts;
import dev.gangway.login.internal.CopyComparison.Found;
import dev.gangway.login.internal.CopyComparison.Writers;
import dev.gangway.login.internal.CopyMending;
import dev.gangway.login.internal.SyncMetrics;
import dev.gangway.login.internal.SyncRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the copies of the onboarding status in many login sessions with their source and mends those that disagree,
 * while servers run and however many synchronisations run at once.
 */
@Service
public class OnboardingSync {

    /** For reading every login session while it is mended; other transactions give up much earlier. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** So many changes are told from one word about the progress to the next. */
    private static final int TOLD_BETWEEN = 10_000;

    private final CopyComparison comparison;
    private final CopyMending mending;
    private final Transactions transactions;
    private final SyncMetrics metrics;
    private final TransactionTemplate reading;
    private final Clock clock;

    OnboardingSync(
            CopyComparison comparison,
            CopyMending mending,
            Transactions transactions,
            SyncMetrics metrics,
            PlatformTransactionManager manager,
            Clock clock) {
        this.comparison = comparison;
        this.mending = mending;
        this.transactions = transactions;
        this.metrics = metrics;
        this.clock = clock;
        this.reading = new TransactionTemplate(manager);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setTimeout((int) LONGEST.toSeconds());
    }

    /** Changes nothing; the report counts what a run would have changed at one moment. */
    public SyncReport preview(SyncScope scope, SyncListener listener) {
        Instant now = clock.instant();
        Counts counts = Objects.requireNonNull(reading.execute(status -> {
            Counts counted = comparison.count(scope, now);
            if (counted.wrong() > 0) {
                AtomicLong told = new AtomicLong();
                comparison.forEachWrong(scope, now, change -> {
                    listener.changed(change);
                    if (told.incrementAndGet() % TOLD_BETWEEN == 0) {
                        listener.progress(told.get(), counted.wrong());
                    }
                });
            }
            return counted;
        }));
        note(scope, counts.wrong());
        return new SyncReport(counts.checked(), counts.wrong(), counts.withoutProgress(), 0);
    }

    /** Mends every copy in the scope that is wrong. What was looked at is counted at one moment, the beginning. */
    public SyncReport run(SyncScope scope, SyncListener listener) {
        Instant now = clock.instant();
        Writers before = comparison.writers();
        Found found = Objects.requireNonNull(reading.execute(status -> comparison.find(scope, now)));
        SyncRun run = new SyncRun(mending, transactions, now, listener);
        if (found.counts().wrong() > 0) {
            run.mend(found);
            if (comparison.hasMoreBeenWritten(before, run.writings())) {
                // What others wrote meanwhile was left, or got what its source said before.
                reading.executeWithoutResult(status ->
                        comparison.forEachWrongSince(scope, now, before, change -> run.leave(change.loginSession())));
            }
            run.mendLeft();
        }
        SyncReport report = report(found.counts(), run);
        note(scope, report.errors());
        metrics.ran(report);
        return report;
    }

    private static SyncReport report(Counts counts, SyncRun run) {
        // What came to be wrong since was looked at too.
        return new SyncReport(
                Math.max(counts.checked(), run.updated() + run.errors()),
                run.updated(),
                counts.withoutProgress(),
                run.errors());
    }

    private void note(SyncScope scope, long wrong) {
        if (scope.isEveryone() && scope.reach() == Reach.ACTIVE) {
            metrics.disagreeing(wrong);
        }
    }
}
