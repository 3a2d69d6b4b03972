package dev.gangway.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** People who walk through a served product, the ledger of what they were answered, and what befalls them. */
public final class Scene implements AutoCloseable {

    private static final String DEADLOCK = "40P01";

    private final MortalServer server;
    private final Random random;
    private final Crowd crowd;
    private final CuttingProxy answers;
    private final CuttingProxy commits;

    private Scene(MortalServer server, Crowd crowd, CuttingProxy commits, long seed) throws IOException {
        this.server = server;
        this.random = new Random(seed);
        this.crowd = crowd;
        this.answers = new CuttingProxy(near -> server.port(), answer -> true);
        this.commits = commits;
    }

    /** Starts the server and makes the people, or finds those of an earlier run on its folder. */
    public static Scene open(MortalServer server, int people, long seed)
            throws IOException, InterruptedException, SQLException {
        return open(server, proxy(), people, seed);
    }

    /** The same, where the server reaches its database through a proxy, so that commits can be cut. */
    public static Scene openThroughProxy(MortalServer server, int people, long seed)
            throws IOException, InterruptedException, SQLException {
        CuttingProxy commits = proxy();
        server.set(
                List.of(),
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-DsocksProxyHost=127.0.0.1 -DsocksProxyPort=%d -DsocksNonProxyHosts="
                                .formatted(commits.port())));
        return open(server, commits, people, seed);
    }

    private static CuttingProxy proxy() throws IOException {
        return new CuttingProxy(CuttingProxy::asked, CuttingProxy::isCommit);
    }

    private static Scene open(MortalServer server, CuttingProxy commits, int people, long seed)
            throws IOException, InterruptedException, SQLException {
        server.start();
        server.awaitReady();
        try (Connection connection = server.database()) {
            String wizard = Cast.wizard(connection, server::address);
            Cast.makeAccounts(connection, people);
            Crowd crowd = Crowd.of(people, server.folder().resolve("ledger.jsonl"), wizard, seed);
            return new Scene(server, crowd, commits, seed);
        }
    }

    /** People walk, the fault befalls them, and once the product is back everything is compared. */
    public Struck strike(Fault fault) throws IOException, InterruptedException, SQLException {
        crowd.goTo(fault == Fault.CUT_ANSWERS ? this::throughProxy : server::address);
        crowd.walk(fault.isPatient());
        pause(200, 1000);
        long begun = System.nanoTime();
        befall(fault);
        crowd.rest();
        server.start();
        server.awaitReady();
        long back = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        crowd.goTo(server::address);
        try (Connection connection = server.database()) {
            return crowd.compared(fault.toString(), back, connection);
        }
    }

    private URI throughProxy(String path) {
        return URI.create("http://127.0.0.1:" + answers.port() + path);
    }

    private void befall(Fault fault) throws IOException, InterruptedException, SQLException {
        switch (fault) {
            case KILL_APPLICATION -> kill(List.of(server.application()));
            case KILL_DATABASE -> kill(server.postmaster().stream().toList());
            case KILL_DATABASE_PROCESS -> kill(oneOf(databaseProcesses()));
            case KILL_BOTH ->
                kill(Stream.concat(Stream.of(server.application()), server.postmaster().stream())
                        .toList());
            case RESTART_DATABASE -> {
                MortalServer.signal("INT", server.postmaster().stream().toList());
                server.postmaster().ifPresent(Scene::awaitEnd);
            }
            case STOP_DATABASE -> stopFor(databaseProcesses(), 500, 7000);
            case STOP_APPLICATION -> stopFor(List.of(server.application()), 500, 3000);
            case EXHAUST_POOL -> lockEverybody();
            case CUT_ANSWERS -> cut(answers);
            case CUT_COMMITS -> cut(commits);
            case MOVE_CLOCK -> moveClock();
            case FILL_DISK -> fillDisk();
        }
    }

    private void kill(List<ProcessHandle> processes) throws IOException, InterruptedException {
        MortalServer.signal("KILL", processes);
        processes.forEach(Scene::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return;
        }
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private List<ProcessHandle> databaseProcesses() {
        return server.postmaster().stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
    }

    private List<ProcessHandle> oneOf(List<ProcessHandle> processes) {
        return List.of(processes.get(1 + random.nextInt(processes.size() - 1)));
    }

    private void stopFor(List<ProcessHandle> processes, int least, int most) throws IOException, InterruptedException {
        MortalServer.signal("STOP", processes);
        try {
            pause(least, most);
        } finally {
            MortalServer.signal("CONT", processes);
        }
    }

    private void lockEverybody() throws SQLException, InterruptedException {
        try (Connection connection = server.database();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!isLocked(statement)) {
                connection.rollback();
            }
            pause(7000, 7001);
            connection.rollback();
        }
    }

    /** Not where the database gave up on this in favour of somebody who walks and holds some of the rows. */
    private static boolean isLocked(Statement statement) throws SQLException {
        try {
            statement.execute("select from accounts where id like 'fault%' for update");
            statement.execute("select from wizard_sessions where user_id like 'fault%' for update");
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private void cut(CuttingProxy proxy) throws InterruptedException {
        int before = proxy.cuts();
        proxy.cutOneIn(4);
        pause(2000, 2001);
        proxy.cutOneIn(0);
        if (proxy.cuts() == before) {
            throw new IllegalStateException("Nothing was there to cut");
        }
    }

    private void moveClock() throws IOException, InterruptedException {
        List<String> jumps = List.of("+0", "+1h", "+5h", "-3h", "-20m");
        Files.writeString(server.folder().resolve("clock"), jumps.get(random.nextInt(jumps.size())));
        pause(2000, 3000);
    }

    private void fillDisk() throws IOException, InterruptedException {
        Path ballast = server.folder().resolve("postgres/ballast");
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            pause(3000, 3001);
        } finally {
            Files.delete(ballast);
        }
    }

    private void pause(int least, int most) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(least + random.nextInt(most - least));
    }

    @Override
    public void close() throws IOException {
        server.close();
        answers.close();
        commits.close();
        crowd.close();
    }
}
