package dev.gangway.database.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends the children of a killed PostgreSQL that have not noticed yet, such as one in a long query: as long as one of
 * them lives no new one may start on the data. Where the system does not show which data a process works on, PostgreSQL
 * itself waits for them.
 */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Orphans() {}

    /** Waits until they are gone, because a killed process takes a moment to let go. */
    static void end(Path data) {
        if (PostgresProcess.showsPlaces()) {
            PostgresProcess.on(data).forEach(process -> process.handle().destroyForcibly());
            Waiting.upTo(
                    PATIENCE,
                    Duration.ofMillis(10),
                    () -> PostgresProcess.on(data).findAny().isPresent() ? Optional.empty() : Optional.of(true));
        }
    }
}
