package dev.gangway.training.internal;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.training.SyncProblem;
import dev.gangway.training.SyncProgress;
import dev.gangway.training.SyncReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Syncs purchases in chunks, each a transaction of its own, two at a time. Where a chunk fails, its halves are tried, down to
 * single lessons, so that one bad row costs no other and is named.
 */
@Component
public class SyncChunks {

    private static final Logger LOG = LoggerFactory.getLogger(SyncChunks.class);

    /** Some thousand rows, which are locked for less than a second. */
    private static final int CHUNK = 250;

    private static final int THREADS = 2;

    private final SyncStore store;
    private final Savepoints savepoints;
    private final Clock clock;

    SyncChunks(SyncStore store, Savepoints savepoints, Clock clock) {
        this.store = store;
        this.savepoints = savepoints;
        this.clock = clock;
    }

    /** Syncs all of these purchases; not inside a transaction. */
    public SyncReport all(List<UUID> purchases, @Nullable UserId requester, SyncProgress progress) {
        AtomicLong done = new AtomicLong();
        AtomicBoolean goesOn = new AtomicBoolean(progress.goOn(0, purchases.size()));
        List<Callable<SyncReport>> chunks = new ArrayList<>();
        for (int from = 0; from < purchases.size(); from += CHUNK) {
            List<UUID> chunk = purchases.subList(from, Math.min(from + CHUNK, purchases.size()));
            chunks.add(() -> {
                if (!goesOn.get()) {
                    return SyncReport.NOTHING;
                }
                SyncReport report = some(chunk, requester);
                synchronized (goesOn) {
                    if (!progress.goOn(done.addAndGet(chunk.size()), purchases.size())) {
                        goesOn.set(false);
                    }
                }
                return report;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            SyncReport sum = SyncReport.NOTHING;
            for (Future<SyncReport> chunk : threads.invokeAll(chunks)) {
                sum = sum.and(chunk.get());
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while syncing", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Syncs these purchases, or what of them can be. */
    public SyncReport some(List<UUID> purchases, @Nullable UserId requester) {
        try {
            return savepoints.inOne(() -> store.sync(purchases, null, requester, clock.instant()));
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (DataAccessException e) {
            if (purchases.size() > 1) {
                int half = purchases.size() / 2;
                return some(purchases.subList(0, half), requester)
                        .and(some(purchases.subList(half, purchases.size()), requester));
            }
            LOG.warn("The purchase {} cannot be synced as a whole; each of its lessons is tried", purchases, e);
            return eachLesson(purchases.getFirst(), requester);
        }
    }

    private SyncReport eachLesson(UUID purchase, @Nullable UserId requester) {
        SyncReport sum = SyncReport.NOTHING;
        for (UUID lesson : store.lessons(purchase)) {
            sum = sum.and(lesson(purchase, lesson, requester));
        }
        return new SyncReport(1, sum.created(), sum.updated(), sum.errors(), sum.problems());
    }

    /** Syncs one lesson of a purchase. */
    public SyncReport lesson(UUID purchase, UUID lesson, @Nullable UserId requester) {
        try {
            return savepoints.inOne(() -> store.sync(List.of(purchase), List.of(lesson), requester, clock.instant()));
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (DataAccessException e) {
            LOG.warn("The lesson {} cannot be synced", lesson, e);
            return new SyncReport(1, 0, 0, 1, List.of(new SyncProblem(lesson, Message.of("training.sync.failed"))));
        }
    }
}
