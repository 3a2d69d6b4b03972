package dev.gangway.login;

import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.internal.CopyComparison;
import dev.gangway.login.internal.CopyComparison.Counts;
import dev.gangway.login.internal.SyncMetrics;
import dev.gangway.login.internal.SyncRun;
import dev.gangway.login.internal.SyncRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final SyncRuns runs;
    private final SyncMetrics metrics;
    private final TransactionTemplate reading;
    private final Clock clock;

    OnboardingSync(
            CopyComparison comparison,
            SyncRuns runs,
            SyncMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.comparison = comparison;
        this.runs = runs;
        this.metrics = metrics;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setTimeout((int) LONGEST.toSeconds());
    }

    /** Changes nothing; the report counts what a run would have changed at one moment. */
    public SyncReport preview(SyncScope scope, SyncListener listener) {
        Counts counts = reading.execute(status -> {
            Instant now = clock.instant();
            Counts counted = comparison.count(scope, now);
            if (counted.wrong() > 0) {
                comparison.forEachWrong(scope, now, seen -> listener.changed(seen.change()));
            }
            return counted;
        });
        note(scope, counts.wrong());
        return new SyncReport(counts.checked(), counts.wrong(), counts.withoutProgress(), 0);
    }

    /** Mends every copy in the scope that is wrong. */
    public SyncReport run(SyncScope scope, SyncListener listener) {
        try (SyncRun run = runs.begin(listener)) {
            Counts counts = reading.execute(status -> compare(scope, run));
            run.finish();
            SyncReport report = new SyncReport(counts.checked(), run.updated(), counts.withoutProgress(), run.errors());
            note(scope, report.errors());
            metrics.ran(report);
            return report;
        }
    }

    private Counts compare(SyncScope scope, SyncRun run) {
        Instant now = clock.instant();
        Counts counts = comparison.count(scope, now);
        note(scope, counts.wrong());
        if (counts.wrong() > 0) {
            run.expect(counts.wrong());
            comparison.forEachWrong(scope, now, run::add);
        }
        return counts;
    }

    private void note(SyncScope scope, long wrong) {
        if (scope.isEveryone() && scope.reach() == Reach.ACTIVE) {
            metrics.disagreeing(wrong);
        }
    }
}
