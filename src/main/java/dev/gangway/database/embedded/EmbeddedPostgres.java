package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One embedded PostgreSQL, in use from {@link #open} to {@link #close}. It is taken over when it already runs, started
 * when not, and stopped by whoever is the last to use it: a server or a command.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(10);

    private final Home home;
    private final boolean durable;
    private final Programs programs;
    private final Connector connector;
    private @Nullable UseOfData use;
    private int port;

    private EmbeddedPostgres(Home home, boolean durable) {
        this.home = home;
        this.durable = durable;
        this.programs = Programs.in(home.directory());
        this.connector = new Connector(home, durable);
    }

    /**
     * The running database of a directory.
     *
     * @throws EmbeddedDatabaseException where it cannot be brought to answer; the message says why
     */
    static EmbeddedPostgres open(Home home, boolean durable) {
        try (UseOfData gate = gate(home)) {
            Objects.requireNonNull(gate);
            EmbeddedPostgres database = new EmbeddedPostgres(home, durable);
            database.use = UseOfData.shared(home.directory().resolve("use.lock"))
                    .orElseThrow(() -> new EmbeddedDatabaseException(home.directory() + " is locked"));
            database.port = database.ensureRunning(home::freePort);
            return database;
        }
    }

    /** Where it listens on loopback; the same as long as this object is open. */
    int port() {
        return port;
    }

    String url() {
        return Connector.url(port);
    }

    String password() {
        return home.password();
    }

    /** Whether it runs and nobody told it to end. */
    boolean isRunning() {
        return Postmaster.of(home.data()).filter(server -> !server.stopping()).isPresent();
    }

    /** Starts it again on the same port after its process ended, so that connection pools recover. */
    synchronized void restart() {
        if (use == null || isRunning()) {
            return;
        }
        try (UseOfData gate = gate(home)) {
            Objects.requireNonNull(gate);
            ensureRunning(() -> port);
        }
    }

    /** Ends our use of it, and it itself where nobody else uses it. */
    @Override
    public synchronized void close() {
        if (use == null) {
            return;
        }
        try (UseOfData gate = gate(home)) {
            Objects.requireNonNull(gate);
            use.close();
            use = null;
            Optional<UseOfData> last = UseOfData.alone(home.directory().resolve("use.lock"));
            if (last.isPresent()) {
                stop();
                last.get().close();
            }
        }
    }

    private int ensureRunning(IntSupplier freePort) {
        if (!home.isCreated()) {
            home.create(programs, durable);
        }
        if (!isRunning()) {
            // One that is ending lets its connections finish, which pools never do
            stop();
        }
        Optional<Postmaster> left = Postmaster.of(home.data());
        if (left.isPresent()) {
            log.info(
                    "Taking over the embedded database that was left running (process {})",
                    left.get().pid());
        }
        int found = left.map(Postmaster::port).orElseGet(() -> start(freePort.getAsInt()));
        connector.verify(found, PATIENCE);
        return found;
    }

    private int start(int newPort) {
        Orphans.end(home.data());
        try {
            Files.deleteIfExists(home.data().resolve("postmaster.pid"));
            home.keepLogShort();
            Process control = programs.start(
                    "pg_ctl",
                    "start",
                    "--pgdata=" + home.data(),
                    "--log=" + home.log(),
                    "--wait",
                    "--timeout=" + PATIENCE.toSeconds(),
                    "--options=" + String.join(" ", Settings.of(newPort, durable)));
            Boolean started =
                    Waiting.upTo(PATIENCE, STEP, () -> outcome(control)).orElse(false);
            if (!started) {
                throw new EmbeddedDatabaseException(
                        "The embedded database in %s does not start: %s".formatted(home.directory(), lastWords()));
            }
            return newPort;
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "The embedded database in %s cannot be started: %s".formatted(home.directory(), e.getMessage()), e);
        }
    }

    /** Ready is seen in its file sooner than the control program tells. */
    private Optional<Boolean> outcome(Process control) {
        if (Postmaster.of(home.data()).filter(Postmaster::ready).isPresent()) {
            return Optional.of(true);
        }
        return control.isAlive() ? Optional.empty() : Optional.of(control.exitValue() == 0);
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.exists(home.log()) ? Files.readAllLines(home.log()) : List.of();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private void stop() {
        if (Postmaster.of(home.data()).isPresent()) {
            programs.run("pg_ctl", "stop", "--pgdata=" + home.data(), "--mode=fast", "--wait", "--timeout=60");
        }
    }

    /** Only one process at a time starts or stops it. */
    private static UseOfData gate(Home home) {
        Path file = home.directory().resolve("gate.lock");
        return Waiting.upTo(PATIENCE, STEP, () -> UseOfData.alone(file))
                .orElseThrow(() -> new EmbeddedDatabaseException(
                        "Another process has been starting or stopping the database in %s for a minute"
                                .formatted(home.directory())));
    }
}
