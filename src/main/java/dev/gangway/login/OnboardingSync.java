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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
        Counts counts = compare(scope, listener);
        note(scope, counts.wrong());
        return new SyncReport(counts.checked(), counts.wrong(), counts.withoutProgress(), 0);
    }

    /** Mends every copy in the scope that is wrong. The report counts what there is at the end. */
    public SyncReport run(SyncScope scope, SyncListener listener) {
        SyncRun run = new SyncRun(mending, transactions, clock, listener);
        if (scope.isEveryone()) {
            run.mendPages(scope.reach());
        }
        List<UUID> left = new ArrayList<>();
        Counts counts = compare(scope, new SyncListener() {
            @Override
            public void changed(CopyChange change) {
                left.add(change.loginSession());
            }
        });
        run.mend(left);
        // What was mended and has ended since was looked at too.
        long checked = Math.max(counts.checked(), run.updated() + run.errors());
        SyncReport report = new SyncReport(checked, run.updated(), counts.withoutProgress(), run.errors());
        note(scope, report.errors());
        metrics.ran(report);
        return report;
    }

    /** Counts, and tells what is wrong, as of one moment. */
    private Counts compare(SyncScope scope, SyncListener listener) {
        return reading.execute(status -> {
            Instant now = clock.instant();
            Counts counts = comparison.count(scope, now);
            if (counts.wrong() > 0) {
                comparison.forEachWrong(scope, now, listener::changed);
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
