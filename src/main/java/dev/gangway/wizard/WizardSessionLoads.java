package dev.gangway.wizard;

import dev.gangway.base.Transactions;
import dev.gangway.wizard.internal.ProjectionStore;
import dev.gangway.wizard.internal.WizardSessionCopy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over wizard sessions by the million, with their answers, as quickly as the database takes them: for demonstrations
 * and benchmarks. The rules of steps and progress are those of {@link WizardSession}, which the caller walked.
 */
@Service
public class WizardSessionLoads {

    private static final Duration LONGEST = Duration.ofHours(6);

    private final WizardSessionCopy copy;
    private final ProjectionStore projection;
    private final OverviewProjector projector;
    private final Transactions transactions;
    private final TransactionTemplate whole;

    WizardSessionLoads(
            WizardSessionCopy copy,
            ProjectionStore projection,
            OverviewProjector projector,
            Transactions transactions,
            PlatformTransactionManager manager) {
        this.copy = copy;
        this.projection = projection;
        this.projector = projector;
        this.transactions = transactions;
        this.whole = new TransactionTemplate(manager);
        whole.setTimeout((int) LONGEST.toSeconds());
    }

    /** A wizard session with the answers of its completed steps. */
    public record Loaded(WizardSession run, List<Response> responses) {

        public Loaded {
            responses = List.copyOf(responses);
        }
    }

    /**
     * Runs the work, which calls {@link #store} on threads of its own, and leaves the projection of the all-sessions grid as it
     * has to be. Where more comes than is there, the projection waits for all of it, and its indexes are made anew, which
     * takes a fraction of the time; meanwhile the grid stands still.
     *
     * @param most how many wizard sessions will be stored
     */
    public void all(long most, Runnable work) {
        if (most > projection.rows()) {
            whole.executeWithoutResult(status -> {
                projection.awaitTurn();
                work.run();
                projection.projectAll();
            });
            projection.gatherStatistics();
        } else {
            work.run();
        }
        projector.catchUp();
    }

    /** Stores new wizard sessions of defined wizards in one transaction, and counts the completed ones. */
    public void store(Collection<Loaded> loaded) {
        transactions.inOne(() -> {
            copy.store(loaded);
            return true;
        });
    }
}
