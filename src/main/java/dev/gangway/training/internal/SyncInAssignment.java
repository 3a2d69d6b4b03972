package dev.gangway.training.internal;

import dev.gangway.base.UserId;
import dev.gangway.training.BookedStudent;
import dev.gangway.training.internal.FirstLessons.Added;
import dev.gangway.training.internal.FirstLessons.NewLessons;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Syncs a purchase in the transaction of its assignment and behind a savepoint: a failure is logged and counted, the
 * assignment stands and the hourly job mends it; an assignment that is rolled back leaves nothing and says nothing.
 */
@Component
public class SyncInAssignment {

    private final FirstLessons firstLessons;
    private final SyncStore store;
    private final TutoringSyncMetrics metrics;
    private final LessonNews news;

    SyncInAssignment(FirstLessons firstLessons, SyncStore store, TutoringSyncMetrics metrics, LessonNews news) {
        this.firstLessons = firstLessons;
        this.store = store;
        this.metrics = metrics;
        this.news = news;
    }

    /**
     * Gives a purchase its first lessons, syncs them, and tells those who have to do with them. Where they are not added because
     * one of them meets another lesson of the trainer, the transaction has to be taken back.
     */
    Added addLessons(NewLessons lessons) {
        return told(lessons, firstLessons.add(lessons));
    }

    /** As {@link #addLessons(NewLessons)}, and stores the purchase with them. */
    Added addLessons(Query<Boolean> purchase, NewLessons lessons) {
        return told(lessons, firstLessons.add(purchase, lessons));
    }

    private Added told(NewLessons lessons, Added added) {
        if (added instanceof Added.Done(var synced)) {
            countAfterwards(lessons.purchase(), synced);
            news.tell(Stream.concat(
                            Stream.of(lessons.trainer().trainer()),
                            lessons.booking().students().stream().map(BookedStudent::id))
                    .toList());
        }
        return added;
    }

    /** Syncs a purchase that had lessons before, and tells those who have to do with them. */
    public void sync(UUID purchase, @Nullable UserId requester, Instant now) {
        countAfterwards(purchase, store.trySync(purchase, requester, now));
        news.tellAbout(purchase);
    }

    private void countAfterwards(UUID purchase, TriedSync tried) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(purchase, tried);
            }
        });
    }

    private void count(UUID purchase, TriedSync tried) {
        @Nullable String failure = tried.failure();
        if (failure == null) {
            metrics.ran(tried.report());
        } else {
            metrics.failed(purchase + ": " + failure);
        }
        if (tried.report().errors() > 0) {
            metrics.oneMoreUnsynced();
        }
    }
}
