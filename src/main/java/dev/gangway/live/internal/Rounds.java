package dev.gangway.live.internal;

import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveListener;
import dev.gangway.live.LiveSubscription;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Those who follow a topic together: told at once, but at most four times a second, and all of them the same change at the same
 * moment, so that what it has them read can be read once for all. A hundred pages that were told one by one took a quarter of
 * what could be written beside them.
 */
final class Rounds {

    private static final long BETWEEN = Duration.ofMillis(250).toNanos();

    private final Set<Subscriber> followers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable LiveChange> pending = new AtomicReference<>();
    private volatile long last = System.nanoTime() - BETWEEN;

    LiveSubscription add(LiveListener listener) {
        Subscriber added = new Subscriber(listener);
        followers.add(added);
        return () -> followers.remove(added);
    }

    int size() {
        return followers.size();
    }

    /** Only the first change that waits has a round prepared; later ones join it. */
    void note(LiveChange change) {
        LiveChange before = pending.getAndAccumulate(change, (old, more) -> old == null ? more : old.and(more));
        if (before == null) {
            after(last + BETWEEN - System.nanoTime()).execute(this::tell);
        }
    }

    private static Executor after(long nanos) {
        return nanos <= 0 ? Runnable::run : CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS);
    }

    private void tell() {
        last = System.nanoTime();
        LiveChange change = pending.getAndSet(null);
        if (change != null) {
            followers.forEach(each -> each.tell(change));
        }
    }
}
