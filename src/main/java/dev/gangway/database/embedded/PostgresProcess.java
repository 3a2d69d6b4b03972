package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A process that may be a PostgreSQL of ours. An id in a file is no proof: after a restart of the machine it may name
 * anything, and a person's shell may stand in the data directory; so the program and the place it works in are looked at.
 */
record PostgresProcess(ProcessHandle handle) {

    private static final Path PROCESSES = Path.of("/proc");
    private static final boolean SHOWN_AS_FILES = Files.isDirectory(PROCESSES.resolve("self"));

    /** Whether the system shows on which data a process works, as Linux does. */
    static boolean showsPlaces() {
        return SHOWN_AS_FILES;
    }

    /** All that work on the data. */
    static Stream<PostgresProcess> on(Path data) {
        return ProcessHandle.allProcesses().map(PostgresProcess::new).filter(process -> process.worksOn(data));
    }

    /** Whether it lives and is a PostgreSQL on this data; where the system does not show the place, the program must do. */
    boolean worksOn(Path data) {
        return handle.isAlive() && !ended() && isPostgres() && (!SHOWN_AS_FILES || standsIn(data));
    }

    private boolean isPostgres() {
        return handle.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private boolean standsIn(Path data) {
        try {
            return Files.readSymbolicLink(entry("cwd")).equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /** A killed process that nobody waited for still has an entry; Linux says so. */
    private boolean ended() {
        try {
            String stat = Files.readString(entry("stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    private Path entry(String name) {
        return PROCESSES.resolve(Long.toString(handle.pid())).resolve(name);
    }
}
