package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The running PostgreSQL as its file {@code postmaster.pid} describes it.
 *
 * @param pid its process
 * @param port where it listens on loopback
 * @param status {@code starting}, {@code ready} or {@code stopping}
 */
record Postmaster(long pid, int port, String status) {

    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    /** The live one on this data, if there is any; a file left by a dead one, or by another process's reuse of its id, is none. */
    static Optional<Postmaster> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT) {
                return Optional.empty();
            }
            String status = lines.size() > STATUS ? lines.get(STATUS).strip() : "starting";
            var found = new Postmaster(
                    Long.parseLong(lines.get(PID).strip()),
                    Integer.parseInt(lines.get(PORT).strip()),
                    status);
            return ProcessHandle.of(found.pid())
                    .map(PostgresProcess::new)
                    .filter(process -> process.worksOn(data))
                    .map(process -> found);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether it takes connections. */
    boolean ready() {
        return status.equals("ready");
    }

    /** Whether someone told it to end: it lets its connections finish and takes no new ones. */
    boolean stopping() {
        return status.equals("stopping");
    }
}
