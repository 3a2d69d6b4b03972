package dev.gangway.wizard;

import dev.gangway.base.Transactions;
import dev.gangway.wizard.internal.CopyRows;
import dev.gangway.wizard.internal.ProjectionStore;
import dev.gangway.wizard.internal.WizardSessionCopy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
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

    /** While one batch is stored the next ones are made; more of them would only lie in memory. */
    private static final int AHEAD = 3;

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
     * Stores batches of new wizard sessions of defined wizards, and counts the completed ones. Where more comes than is there,
     * everything is stored in one transaction without indexes and foreign keys, which are made and checked anew at its end:
     * that takes a fraction of the time, and meanwhile nobody else gets at wizard sessions. Otherwise each batch is stored, or
     * not, as a whole.
     *
     * @param most how many wizard sessions will be stored
     * @param batches how many batches there are
     * @param batch makes one by its number, from 0, on a thread of its own, several at a time
     * @param stored told how many wizard sessions a batch had that is stored
     */
    public void all(long most, long batches, LongFunction<Collection<Loaded>> batch, IntConsumer stored) {
        projector.catchUp();
        if (most > projection.rows()) {
            whole.executeWithoutResult(status -> {
                projection.awaitTurn();
                List<String> indexes = projection.beginLoad();
                store(batches, batch, stored);
                projection.endLoad(indexes);
            });
            projection.gatherStatistics();
        } else {
            store(batches, batch, stored);
        }
        projector.catchUp();
    }

    private void store(long batches, LongFunction<Collection<Loaded>> batch, IntConsumer stored) {
        Queue<Future<CopyRows>> made = new ArrayDeque<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            long next = 0;
            while (next < batches || !made.isEmpty()) {
                while (next < batches && made.size() < AHEAD) {
                    long number = next++;
                    made.add(threads.submit(() -> copy.rows(batch.apply(number))));
                }
                CopyRows rows = made.remove().get();
                transactions.inOne(() -> {
                    copy.store(rows);
                    return rows;
                });
                stored.accept(rows.count());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before all was stored", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Not all was stored", failure.getCause());
        }
    }
}
