package dev.gangway.database.embedded;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the embedded database of a serving process, and starts it again when its process was killed. */
final class Supervisor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final EmbeddedPostgres database;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("database-supervisor").factory());

    Supervisor(EmbeddedPostgres database) {
        this.database = database;
        var _ = looking.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (!database.isRunning()) {
                log.warn("The embedded database has ended; starting it again");
                database.restart();
                log.info("The embedded database is back");
            }
        } catch (RuntimeException e) {
            log.error("The embedded database could not be started again, trying once more: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
        looking.close();
    }
}
