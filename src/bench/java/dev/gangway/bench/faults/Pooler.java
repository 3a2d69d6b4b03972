package dev.gangway.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installed PgBouncer in transaction mode before a database. */
final class Pooler implements AutoCloseable {

    private final Process process;
    private final int port;

    private Pooler(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** With the configuration that {@code deploy/failover.yml} uses, before the database at a port. */
    static Pooler before(int database, Path folder) throws IOException {
        int port = MortalServer.freePort();
        Path users = Files.writeString(
                folder.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(Postgres.USER, Postgres.PASSWORD));
        String here = Files.readString(Path.of("deploy/failover/pgbouncer.ini"))
                .replace("host=DATABASE port=5432", "host=127.0.0.1 port=" + database)
                .replace("listen_addr = *", "listen_addr = 127.0.0.1")
                .replace("listen_port = 6432", "listen_port = " + port)
                .replace("/run/pgbouncer/users.txt", users.toString());
        Path file = Files.writeString(folder.resolve("pgbouncer-" + port + ".ini"), here);
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(Installed.program("pgbouncer"), file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer-" + port + ".log").toFile());
        return new Pooler(builder.start(), port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
