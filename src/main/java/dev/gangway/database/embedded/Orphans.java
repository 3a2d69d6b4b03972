package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ends the children of a killed PostgreSQL that have not noticed yet, such as one in a long query: as long as one of
 * them lives no new one may start on the data. Found by their working directory, which Linux shows; elsewhere PostgreSQL
 * itself waits for them.
 */
final class Orphans {

    private Orphans() {}

    static void end(Path data) {
        ProcessHandle.allProcesses().filter(process -> worksIn(process, data)).forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
