package dev.gangway.wizard.job;

import dev.gangway.wizard.OverviewProjector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the projection brought up as long as the server runs: looks every fifth of a second whether a writer told something,
 * which costs one read of an empty table. A loop of its own instead of a job, because a job's row would be written each time.
 */
@Component
@ConditionalOnWebApplication
class ProjectorLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectorLoop.class);
    private static final long PAUSE_MILLIS = 150;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 2000;

    private final OverviewProjector projector;
    private @Nullable Running running;

    ProjectorLoop(OverviewProjector projector) {
        this.projector = projector;
    }

    @Override
    public synchronized void start() {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform().daemon().name("overview-projector").unstarted(() -> loop(end));
        running = new Running(thread, end);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.end().countDown();
            try {
                running.thread().join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private void loop(CountDownLatch end) {
        boolean failing = false;
        try {
            long pause = PAUSE_MILLIS;
            while (!end.await(pause, TimeUnit.MILLISECONDS)) {
                try {
                    pause = projector.next() ? 1 : PAUSE_MILLIS;
                    failing = false;
                } catch (RuntimeException failure) {
                    if (!failing) { // once, not every two seconds of an outage
                        LOG.warn("The all-sessions grid is not brought up to date for now", failure);
                    }
                    failing = true;
                    pause = PAUSE_AFTER_FAILURE_MILLIS;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Running(Thread thread, CountDownLatch end) {}
}
