package dev.gangway.login.internal;

import dev.gangway.base.Transactions;
import dev.gangway.login.CopyChange;
import dev.gangway.login.SyncListener;
import dev.gangway.login.internal.CopyComparison.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * One synchronisation: mends some of what is wrong at a time, on a few threads and each time in a transaction of its own, and
 * remembers what is left, which is mended one by one, with one lock at a time. When the database goes away nothing more is
 * tried, and the caller gets the failure.
 */
public final class SyncRun {

    /** Two keep the database at work while one tells what it has done. */
    private static final int THREADS = 3;

    private final CopyMending mending;
    private final Transactions transactions;

    /** What every row that is mended says of when it was: the beginning. */
    private final Instant at;

    private final SyncListener listener;
    private final List<UUID> left = new ArrayList<>();
    private long done;
    private long updated;
    private long writings;
    private long errors;

    public SyncRun(CopyMending mending, Transactions transactions, Instant at, SyncListener listener) {
        this.mending = mending;
        this.transactions = transactions;
        this.at = at;
        this.listener = listener;
    }

    /** Mends what was found, but for rows that someone holds for long, that moved meanwhile or that cannot be mended. */
    public void mend(Found found) {
        Queue<WrongCopies> waiting = new ConcurrentLinkedQueue<>(found.wrong());
        long total = found.counts().wrong();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            CompletableFuture.allOf(Stream.generate(
                                    () -> CompletableFuture.runAsync(() -> mend(waiting, total), threads))
                            .limit(THREADS)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void mend(Queue<WrongCopies> waiting, long total) {
        try {
            for (WrongCopies some = waiting.poll(); some != null; some = waiting.poll()) {
                mend(some);
                progress(some.count(), total);
            }
        } finally {
            // After a failure the other threads need not go on either.
            waiting.clear();
        }
    }

    private void mend(WrongCopies some) {
        try {
            wrote(transactions.inOne(() -> mending.mend(some, at)));
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (DataAccessException e) {
            // One bad row, or one that someone holds, must not keep the others wrong.
            if (some.count() > 1) {
                some.halves().forEach(this::mend);
            } else {
                mending.first(some).ifPresent(this::leave);
            }
        }
    }

    /** What is still to be mended one by one. */
    public synchronized void leave(UUID id) {
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

    /** Copies that were mended. */
    public long updated() {
        return updated;
    }

    /** Copies that could not be mended. */
    public long errors() {
        return errors;
    }

    /** How many transactions of this run have written so far. */
    public synchronized long writings() {
        return writings;
    }

    private synchronized void wrote(List<CopyChange> changes) {
        writings += changes.isEmpty() ? 0 : 1;
        report(changes);
    }

    private synchronized void report(List<CopyChange> changes) {
        changes.forEach(listener::changed);
        updated += changes.size();
    }

    private synchronized void progress(long more, long total) {
        done += more;
        listener.progress(done, total);
    }
}
