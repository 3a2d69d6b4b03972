package dev.gangway.bench.faults;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server that is installed on this machine, on loopback and with files of its own. */
final class Postgres implements AutoCloseable {

    static final String USER = "gangway";
    static final String PASSWORD = "try-it-out";

    private static final Path PROGRAMS = Path.of(System.getProperty("bench.postgres", "/usr/lib/postgresql/15/bin"));

    private final Path data;
    private final int port;

    private Postgres(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** A new and empty one that runs, durable, and ready to be followed by a standby. */
    static Postgres create(Path data) throws IOException, SQLException {
        Postgres made = new Postgres(data, MortalServer.freePort());
        Path password = Files.writeString(data.resolveSibling(data.getFileName() + ".password"), PASSWORD);
        made.run(
                "initdb",
                "--pgdata=" + data,
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        made.write("postgresql.conf", """
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                max_connections = 100
                wal_log_hints = on
                max_wal_size = 256MB
                log_min_messages = warning
                """);
        made.write("pg_hba.conf", "host replication all 127.0.0.1/32 scram-sha-256\n");
        made.start();
        try (Connection connection = made.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database gangway");
        }
        return made;
    }

    /** A running copy of this one that follows it under a name, at a port, with lines for its {@code postgresql.conf}. */
    Postgres standby(Path copy, String name, int at, String settings) throws IOException {
        run(
                "pg_basebackup",
                "--pgdata=" + copy,
                "--wal-method=stream",
                "--checkpoint=fast",
                "--write-recovery-conf",
                "--dbname="
                        + "host=127.0.0.1 port=%d user=%s password=%s application_name=%s"
                                .formatted(port, USER, PASSWORD, name));
        Postgres standby = new Postgres(copy, at);
        standby.write("postgresql.conf", settings);
        standby.start();
        return standby;
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        run(
                "pg_ctl",
                "start",
                "--pgdata=" + data,
                "--log=" + data.resolveSibling(data.getFileName() + ".log"),
                "--wait",
                "--options=-c port=" + port);
    }

    void stop() throws IOException {
        run("pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait");
    }

    void promote() throws IOException {
        run("pg_ctl", "promote", "--pgdata=" + data, "--wait");
    }

    void reload() throws IOException {
        run("pg_ctl", "reload", "--pgdata=" + data);
    }

    /** Ends all its processes as a machine does that loses its power, but for what the system still writes. */
    void kill() throws IOException, InterruptedException {
        List<ProcessHandle> all = new ArrayList<>();
        ProcessHandle first = ProcessHandle.of(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                        .getFirst()
                        .strip()))
                .orElseThrow();
        all.add(first);
        first.descendants().forEach(all::add);
        MortalServer.signal("KILL", all);
        all.forEach(each -> each.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Adds to one of its files. */
    void write(String file, String lines) throws IOException {
        Files.writeString(data.resolve(file), lines, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), USER, PASSWORD);
    }

    /** PostgreSQL refuses to run as root, and so is called with nobody's rights where root calls. */
    private void run(String program, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(args));
        Path output = Files.createTempFile("postgres", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", PASSWORD);
        boolean failed = exit(builder.start()) != 0;
        String words = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        if (failed) {
            throw new IllegalStateException(program + ": " + words);
        }
    }

    private static int exit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            try {
                stop();
            } catch (IllegalStateException dead) {
                // Killed before.
            }
        }
    }
}
