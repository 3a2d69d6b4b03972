package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.training.SyncRun.State;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Syncs everything without anybody waiting for it: one at a time on a replica, seen by every page of it. Two replicas at it at
 * once only do each other's work. Ending it loses nothing, because each chunk is committed by itself.
 */
@Component
public class SyncRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRuns.class);

    private final TutoringSync sync;
    private final Clock clock;
    private final AtomicReference<@Nullable SyncRun> latest = new AtomicReference<>();

    SyncRuns(TutoringSync sync, Clock clock) {
        this.sync = sync;
        this.clock = clock;
    }

    /** The one that is under way, else the last one. */
    public Optional<SyncRun> latest() {
        return Optional.ofNullable(latest.get());
    }

    /** Begins one; false where one is under way. */
    public boolean start(UserId admin) {
        SyncRun wanted = new SyncRun(admin, clock.instant(), State.RUNNING, 0, -1, null);
        SyncRun before = latest.get();
        if ((before != null && before.isAtWork()) || !latest.compareAndSet(before, wanted)) {
            return false;
        }
        Thread.ofVirtual().name("tutoring-sync").start(() -> run(admin));
        return true;
    }

    /** Ends the one that is under way after what it has begun. */
    public void cancel() {
        latest.updateAndGet(run -> run != null && run.state() == State.RUNNING ? run.in(State.STOPPING, null) : run);
    }

    @Override
    public void destroy() {
        cancel();
    }

    private void run(UserId admin) {
        try {
            SyncReport report = sync.all(admin, this::goOn);
            latest.updateAndGet(run ->
                    run == null ? null : run.in(run.done() < run.total() ? State.CANCELLED : State.DONE, report));
        } catch (RuntimeException e) {
            LOG.error("A synchronisation of everything failed", e);
            latest.updateAndGet(run -> run == null ? null : run.in(State.FAILED, null));
        }
    }

    private boolean goOn(long done, long total) {
        SyncRun now = latest.updateAndGet(run -> run == null ? null : run.at(done, total));
        return now != null && now.state() == State.RUNNING;
    }
}
