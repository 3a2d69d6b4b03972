package dev.gangway.login.internal;

import dev.gangway.base.Transactions;
import dev.gangway.login.CopyChange;
import dev.gangway.login.SyncListener;
import dev.gangway.login.internal.CopyComparison.Seen;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * One synchronisation: collects wrong copies into batches, which two threads mend, each batch in a transaction of its own.
 * What a batch passed over, because someone held or changed the row, is mended one by one when all batches are done, with
 * one lock at a time.
 */
public final class SyncRun implements AutoCloseable {

    /** Rows of a batch: they stay locked for some hundredths of a second. */
    private static final int BATCH = 2_000;

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
    private List<Seen> batch = new ArrayList<>();
    private long total;
    private long done;
    private long updated;
    private long errors;

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
        batch.add(seen);
        if (batch.size() == BATCH) {
            submit();
        }
    }

    /** Waits for everything that was taken up. Not inside a transaction, for then what waits for a row would hold others. */
    public void finish() {
        submit();
        waiting.acquireUninterruptibly(AHEAD);
        waiting.release(AHEAD);
        passedOver().forEach(this::mendOne);
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

    private void submit() {
        List<Seen> full = batch;
        batch = new ArrayList<>();
        if (!full.isEmpty()) {
            waiting.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    mend(full);
                } finally {
                    waiting.release();
                }
            });
        }
    }

    private void mend(List<Seen> seen) {
        try {
            Set<UUID> mended = transactions.inOne(() -> mending.mendSeen(seen, clock.instant()));
            report(seen, mended);
        } catch (RuntimeException e) {
            // One bad row must not keep the others wrong.
            seen.forEach(each -> mendOne(each.change().loginSession()));
        }
    }

    private void mendOne(UUID id) {
        try {
            List<CopyChange> changes = transactions.inOne(() -> mending.mend(id, clock.instant()));
            reportOne(changes);
        } catch (RuntimeException e) {
            reportFailure(id, e);
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

    private synchronized void reportFailure(UUID id, RuntimeException failure) {
        errors++;
        listener.failed(id, String.valueOf(failure.getMessage()));
        progress(1);
    }

    private void progress(long more) {
        done += more;
        listener.progress(Math.min(done, total), total);
    }
}
