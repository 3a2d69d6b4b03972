package dev.gangway.live.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.LiveListener;
import dev.gangway.live.LiveSubscription;
import dev.gangway.live.Topic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Has a component hear of changes as long as it is on an open page: at once, but at most ten times a second, or as seldom as
 * it wants, with what changed in between as one.
 *
 * <p>Made in the component's constructor, so that it listens before the component reads what it shows; then nothing falls
 * between. The refresh runs with the page locked, outside of any request, for whoever opened the page: services and
 * navigation see the same caller as at a request of theirs.
 */
public final class Following {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    /** As many refreshes at once as leave most of the pool's connections to requests. */
    private static final Executor REFRESHES = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon().name("gangway-live-page-", 1).factory());

    private final Duration between;
    private final Consumer<LiveChange> refresh;
    private final Function<LiveListener, LiveSubscription> subscribing;
    private @Nullable Visit visit;

    /** Follows all changes of a topic. */
    public Following(Component owner, LiveChanges live, Topic topic, Consumer<LiveChange> refresh) {
        this(owner, live, topic, BETWEEN, refresh);
    }

    /** Follows all changes of a topic, for what takes long to read: at once, but no more often than this. */
    public Following(Component owner, LiveChanges live, Topic topic, Duration between, Consumer<LiveChange> refresh) {
        this(owner, listener -> live.subscribe(topic, listener), between, refresh);
    }

    /** Follows the changes of one thing. */
    public Following(Component owner, LiveChanges live, Topic topic, String id, Consumer<LiveChange> refresh) {
        this(owner, listener -> live.subscribe(topic, id, listener), BETWEEN, refresh);
    }

    private Following(
            Component owner,
            Function<LiveListener, LiveSubscription> subscribing,
            Duration between,
            Consumer<LiveChange> refresh) {
        this.between = between;
        this.subscribing = subscribing;
        this.refresh = refresh;
        owner.addAttachListener(this::begin);
        owner.addDetachListener(this::end);
        owner.getUI().ifPresent(this::begin);
    }

    private void begin(AttachEvent attached) {
        begin(attached.getUI());
    }

    private void begin(UI ui) {
        if (visit == null) {
            visit = new Visit(ui);
        }
    }

    private void end(DetachEvent detached) {
        if (visit != null) {
            visit.subscription.close();
            visit = null;
        }
    }

    /** The time between an attach and the detach that follows. */
    private final class Visit {

        private final UI ui;
        private final AtomicReference<@Nullable LiveChange> pending = new AtomicReference<>();
        private final LiveSubscription subscription;
        private volatile long last = System.nanoTime() - between.toNanos();

        private final SecurityContext person = SecurityContextHolder.getContext();

        Visit(UI ui) {
            this.ui = ui;
            this.subscription = subscribing.apply(this::note);
        }

        /** Only the first change that waits has a refresh prepared; later ones join it. */
        private void note(LiveChange change) {
            LiveChange before = pending.getAndAccumulate(change, (old, more) -> old == null ? more : old.and(more));
            if (before == null) {
                long wait = Math.max(0, last + between.toNanos() - System.nanoTime());
                after(wait).execute(this::tell);
            }
        }

        private static Executor after(long nanos) {
            return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, REFRESHES);
        }

        private void tell() {
            try {
                var _ = ui.access(this::refreshFor);
            } catch (UIDetachedException gone) {
                subscription.close();
            }
        }

        private void refreshFor() {
            new DelegatingSecurityContextRunnable(this::refresh, person).run();
        }

        private void refresh() {
            LiveChange change = pending.getAndSet(null);
            if (change != null && visit == this) {
                last = System.nanoTime();
                refresh.accept(change);
            }
        }
    }
}
