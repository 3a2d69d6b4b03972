package dev.gangway.login.internal;

import dev.gangway.base.Transactions;
import dev.gangway.login.CopyChange;
import dev.gangway.login.SyncListener;
import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.internal.CopyMending.Mended;
import java.time.Instant;
import java.util.ArrayList;
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
 * One synchronisation of everyone's: mends some pages of the table at a time, on two threads and each time in a transaction of
 * its own, and remembers what is left; of one account's, or of what is left: one by one, with one lock at a time. When the
 * database goes away nothing more is tried, and the caller gets the failure.
 */
public final class SyncRun {

    /** Some 30,000 rows: if a third of them are wrong, these stay locked for about a tenth of a second. */
    private static final int AT_ONCE = 2_048;

    private final CopyMending mending;
    private final Transactions transactions;
    private final SyncListener listener;

    /** What every row that is mended says of when it was: the beginning. */
    private final Instant at;

    private final AtomicLong next = new AtomicLong();
    private final List<UUID> left = new ArrayList<>();
    private long done;
    private long checked;
    private long withoutProgress;
    private long updated;
    private long errors;

    public SyncRun(CopyMending mending, Transactions transactions, Instant at, SyncListener listener) {
        this.mending = mending;
        this.transactions = transactions;
        this.at = at;
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
            note(transactions.inOne(() -> mending.mend(pages, reach, at)));
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            // One bad row must not keep the others wrong.
            if (pages.count() > 1) {
                pages.halves().forEach(half -> mend(half, reach));
            } else {
                note(mending.leave(pages, reach, at));
            }
        }
    }

    /** What is still to be mended one by one. */
    public void leave(UUID id) {
        left.add(id);
    }

    /** Mends what is left where it is still wrong, and waits for whoever holds it. */
    public void mendLeft() {
        left.stream().distinct().forEach(this::mend);
    }

    private void mend(UUID id) {
        try {
            report(transactions.inOne(() -> mending.mend(id, at)));
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            errors++;
            listener.failed(id, String.valueOf(e.getMessage()));
        }
    }

    /** Login sessions in the pages that were looked at. */
    public long checked() {
        return checked;
    }

    /** Of those the ones whose account has not started its onboarding. */
    public long withoutProgress() {
        return withoutProgress;
    }

    /** Copies that were mended. */
    public long updated() {
        return updated;
    }

    /** Copies that could not be mended. */
    public long errors() {
        return errors;
    }

    private synchronized void note(Mended some) {
        checked += some.checked();
        withoutProgress += some.withoutProgress();
        left.addAll(some.left());
        report(some.changes());
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
