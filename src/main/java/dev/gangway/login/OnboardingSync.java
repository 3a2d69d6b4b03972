package dev.gangway.login;

import dev.gangway.base.Transactions;
import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.internal.CopyComparison;
import dev.gangway.login.internal.CopyComparison.Counts;
import dev.gangway.login.internal.CopyMending;
import dev.gangway.login.internal.SyncMetrics;
import dev.gangway.login.internal.SyncRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
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
        Counts counts = compare(scope, clock.instant(), listener::changed);
        note(scope, counts.wrong());
        return new SyncReport(counts.checked(), counts.wrong(), counts.withoutProgress(), 0);
    }

    /**
     * Mends every copy in the scope that is wrong. Everyone's are counted some pages at a time: where others log in
     * meanwhile, their rows may count or not.
     */
    public SyncReport run(SyncScope scope, SyncListener listener) {
        Instant now = clock.instant();
        SyncRun run = new SyncRun(mending, transactions, now, listener);
        SyncReport report = scope.isEveryone() ? runForEveryone(run, scope, now) : runForOne(run, scope, now);
        note(scope, report.errors());
        metrics.ran(report);
        return report;
    }

    private SyncReport runForEveryone(SyncRun run, SyncScope scope, Instant now) {
        String before = comparison.oldestWriter();
        run.mendPages(scope.reach());
        // A row that others wrote meanwhile may have moved from pages that came later to pages that had been looked at.
        reading.executeWithoutResult(
                status -> comparison.forEachWrongSince(scope, now, before, change -> run.leave(change.loginSession())));
        run.mendLeft();
        return report(run, run.checked(), run.withoutProgress());
    }

    private SyncReport runForOne(SyncRun run, SyncScope scope, Instant now) {
        Counts counts = compare(scope, now, change -> run.leave(change.loginSession()));
        run.mendLeft();
        return report(run, counts.checked(), counts.withoutProgress());
    }

    private static SyncReport report(SyncRun run, long checked, long withoutProgress) {
        // What was mended and has ended since was looked at too.
        return new SyncReport(
                Math.max(checked, run.updated() + run.errors()), run.updated(), withoutProgress, run.errors());
    }

    /** Counts, and tells what is wrong, as of one moment. */
    private Counts compare(SyncScope scope, Instant now, Consumer<CopyChange> wrong) {
        return reading.execute(status -> {
            Counts counts = comparison.count(scope, now);
            if (counts.wrong() > 0) {
                comparison.forEachWrong(scope, now, wrong);
            }
            return counts;
        });
    }

    private void note(SyncScope scope, long wrong) {
        if (scope.isEveryone() && scope.reach() == Reach.ACTIVE) {
            metrics.disagreeing(wrong);
        }
    }
}
