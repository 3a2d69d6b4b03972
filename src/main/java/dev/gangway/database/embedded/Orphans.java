package dev.gangway.database.embedded;

import java.nio.file.Path;

/**
 * Ends the children of a killed PostgreSQL that have not noticed yet, such as one in a long query: as long as one of
 * them lives no new one may start on the data. Where the system does not show which data a process works on, PostgreSQL
 * itself waits for them.
 */
final class Orphans {

    private Orphans() {}

    static void end(Path data) {
        if (PostgresProcess.showsPlaces()) {
            PostgresProcess.on(data).forEach(process -> process.handle().destroyForcibly());
        }
    }
}
