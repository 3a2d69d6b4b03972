package dev.gangway.login.internal;

import dev.gangway.base.Transactions;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.SyncListener;
import dev.gangway.login.internal.CopyComparison.Seen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * One synchronisation: collects wrong copies into batches, one for each thing that the source may say, and two threads mend
 * them, each batch in a transaction of its own.
 * What a batch passed over, because someone held or changed the row, is mended one by one when all batches are done, with
 * one lock at a time.
 */
public final class SyncRun implements AutoCloseable {

    /** Rows of a batch: they stay locked for about a tenth of a second. Smaller ones cost more for each row. */
    private static final int BATCH = 10_000;

    private static final int THREADS = 2;

    /** Batches that may wait, so that memory stays bounded however many copies are wrong. */
    private static final int AHEAD = 2 * THREADS;

    private final CopyMending mending;
    private final Transactions transactions;
    private final Clock clock;
    private final SyncListener listener;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Semaphore waiting = new Semaphore(AHEAD);
    private final List<UUID> passedOver = new ArrayList<>();
    private final Map<OnboardingCopy, List<Seen>> batches = new HashMap<>();
    private long total;
    private long done;
    private long updated;
    private long errors;
    private @Nullable RuntimeException failure;

    SyncRun(CopyMending mending, Transactions transactions, Clock clock, SyncListener listener) {
        this.mending = mending;
        this.transactions = transactions;
        this.clock = clock;
        this.listener = listener;
    }

    /** So many copies will be taken up. */
    public synchronized void expect(long wrong) {
        total = wrong;
    }

    /** Takes up a wrong copy. */
    public void add(Seen seen) {
        OnboardingCopy right = seen.change().after();
        List<Seen> batch = batches.computeIfAbsent(right, key -> new ArrayList<>());
        batch.add(seen);
        if (batch.size() == BATCH) {
            batches.remove(right);
            submit(right, batch);
        }
    }

    /** Waits for everything that was taken up; throws what kept it from going on. Not inside a transaction, for then what waits for a row would hold others. */
    public void finish() {
        batches.forEach(this::submit);
        batches.clear();
        waiting.acquireUninterruptibly(AHEAD);
        waiting.release(AHEAD);
        passedOver().forEach(this::mendOne);
        throwFailure();
    }

    /** Copies that were mended. */
    public synchronized long updated() {
        return updated;
    }

    /** Copies that could not be mended. */
    public synchronized long errors() {
        return errors;
    }

    @Override
    public void close() {
        threads.close();
    }

    private void submit(OnboardingCopy right, List<Seen> batch) {
        waiting.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                mend(right, batch);
            } finally {
                waiting.release();
            }
        });
    }

    private void mend(OnboardingCopy right, List<Seen> batch) {
        if (hasEnded()) {
            return;
        }
        try {
            Set<UUID> mended = transactions.inOne(() -> mending.mendSeen(batch, right, clock.instant()));
            report(batch, mended);
        } catch (DataAccessResourceFailureException | TransactionException e) {
            end(e);
        } catch (DataAccessException e) {
            // One bad row must not keep the others wrong.
            batch.forEach(each -> mendOne(each.change().loginSession()));
        } catch (RuntimeException e) {
            end(e);
        }
    }

    private void mendOne(UUID id) {
        if (hasEnded()) {
            return;
        }
        try {
            reportOne(transactions.inOne(() -> mending.mend(id, clock.instant())));
        } catch (DataAccessResourceFailureException | TransactionException e) {
            end(e);
        } catch (DataAccessException e) {
            reportFailure(id, e);
        }
    }

    /** The database is away, or worse: nothing more is tried, row after row. */
    private synchronized void end(RuntimeException why) {
        if (failure == null) {
            failure = why;
        }
    }

    private synchronized boolean hasEnded() {
        return failure != null;
    }

    private synchronized void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized List<UUID> passedOver() {
        return List.copyOf(passedOver);
    }

    private synchronized void report(List<Seen> seen, Set<UUID> mended) {
        for (Seen each : seen) {
            if (mended.contains(each.change().loginSession())) {
                listener.changed(each.change());
            } else {
                passedOver.add(each.change().loginSession());
            }
        }
        updated += mended.size();
        progress(mended.size());
    }

    private synchronized void reportOne(List<CopyChange> changes) {
        changes.forEach(listener::changed);
        updated += changes.size();
        progress(1);
    }

    private synchronized void reportFailure(UUID id, DataAccessException e) {
        errors++;
        listener.failed(id, String.valueOf(e.getMessage()));
        progress(1);
    }

    private void progress(long more) {
        done += more;
        listener.progress(Math.min(done, total), total);
    }
}
