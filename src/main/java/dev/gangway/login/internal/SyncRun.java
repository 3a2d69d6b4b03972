package dev.gangway.login.internal;

import dev.gangway.base.Transactions;
import dev.gangway.login.CopyChange;
import dev.gangway.login.SyncListener;
import dev.gangway.login.SyncScope.Reach;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * One synchronisation: mends some pages of the table at a time, on two threads and each time in a transaction of its own;
 * then one by one, with one lock at a time, what is said to be left. When the database goes away nothing more is tried, and
 * the caller gets the failure.
 */
public final class SyncRun {

    /** Some 30,000 rows: if a third of them are wrong, these stay locked for about a tenth of a second. */
    private static final int AT_ONCE = 2_048;

    private final CopyMending mending;
    private final Transactions transactions;
    private final Clock clock;
    private final SyncListener listener;

    private final AtomicLong next = new AtomicLong();
    private long done;
    private long updated;
    private long errors;

    public SyncRun(CopyMending mending, Transactions transactions, Clock clock, SyncListener listener) {
        this.mending = mending;
        this.transactions = transactions;
        this.clock = clock;
        this.listener = listener;
    }

    /** Mends everyone's, but for those that someone holds, that move meanwhile or that cannot be mended. */
    public void mendPages(Reach reach) {
        long pages = mending.pages();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Runnable work = () -> mendPages(reach, pages);
            CompletableFuture<Void> one = CompletableFuture.runAsync(work, threads);
            CompletableFuture<Void> other = CompletableFuture.runAsync(work, threads);
            CompletableFuture.allOf(one, other).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void mendPages(Reach reach, long pages) {
        try {
            for (long from = next.getAndAdd(AT_ONCE); from < pages; from = next.getAndAdd(AT_ONCE)) {
                Pages some = new Pages(from, Math.min(from + AT_ONCE, pages));
                mend(some, reach);
                progress(some, pages);
            }
        } finally {
            // After a failure the other thread need not go on either.
            next.set(pages);
        }
    }

    private void mend(Pages pages, Reach reach) {
        try {
            report(transactions.inOne(() -> mending.mend(pages, reach, clock.instant())));
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            // One bad row must not keep the others wrong.
            if (pages.count() > 1) {
                pages.halves().forEach(half -> mend(half, reach));
            }
        }
    }

    /** Mends these where they are still wrong, and waits for whoever holds them. */
    public void mend(List<UUID> left) {
        left.forEach(this::mend);
    }

    private void mend(UUID id) {
        try {
            report(transactions.inOne(() -> mending.mend(id, clock.instant())));
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            errors++;
            listener.failed(id, String.valueOf(e.getMessage()));
        }
    }

    /** Copies that were mended. */
    public long updated() {
        return updated;
    }

    /** Copies that could not be mended. */
    public long errors() {
        return errors;
    }

    private synchronized void report(List<CopyChange> changes) {
        changes.forEach(listener::changed);
        updated += changes.size();
    }

    private synchronized void progress(Pages more, long pages) {
        done += more.count();
        listener.progress(done, pages);
    }
}
