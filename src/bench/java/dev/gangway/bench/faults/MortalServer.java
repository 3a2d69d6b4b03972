package dev.gangway.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The product with its embedded database as processes of their own, which can be killed, stopped and started again. */
public final class MortalServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private List<String> java;
    private final Path folder;
    private final int port;
    private final boolean isEmbedded;
    private final HttpClient http = HttpClient.newHttpClient();
    private List<String> options = List.of();
    private Map<String, String> environment = Map.of();
    private @Nullable Process process;

    /**
     * One that is not started yet.
     *
     * @param java how the product is called, without options
     * @param folder for its data and its log
     */
    public MortalServer(List<String> java, Path folder) throws IOException {
        this(java, folder, true);
    }

    private MortalServer(List<String> java, Path folder, boolean isEmbedded) throws IOException {
        this.isEmbedded = isEmbedded;
        this.java = List.copyOf(java);
        this.folder = Files.createDirectories(folder);
        this.port = freePort();
    }

    /** One that works on a database of others, which its options name. */
    static MortalServer replica(List<String> java, Path folder) throws IOException {
        return new MortalServer(java, folder, false);
    }

    /** What else it is told from the next start on. */
    public void set(List<String> newOptions, Map<String, String> newEnvironment) {
        options = List.copyOf(newOptions);
        environment = Map.copyOf(newEnvironment);
    }

    /** Another version of the product, from the next start on. */
    void upgrade(List<String> newJava) {
        java = List.copyOf(newJava);
    }

    /** Where it listens on loopback. */
    public int port() {
        return port;
    }

    Path folder() {
        return folder;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Starts it where it does not run; that it is ready takes longer. */
    public void start() throws IOException {
        if (process != null && process.isAlive()) {
            return;
        }
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--gangway.api.requests-per-second=1000000",
                "--gangway.database.directory=" + folder.resolve("postgres")));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Waits until it says that it can serve, database included. */
    public void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while ((isEmbedded && !hasDatabase()) || !isReady()) {
            if (System.nanoTime() > end || process == null || !process.isAlive()) {
                stop();
                throw new IllegalStateException("It does not go on; see " + folder.resolve("server.log"));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Not only by connections that were open before, whose other ends may not have noticed yet that their server is gone. */
    private boolean hasDatabase() {
        try (Connection connection = database()) {
            return connection.isValid(1);
        } catch (SQLException | IllegalStateException away) {
            return false;
        }
    }

    boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    ProcessHandle application() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process.toHandle();
    }

    /** As its file names it; none while there is no such file. */
    Optional<ProcessHandle> postmaster() {
        return pidFile()
                .flatMap(lines ->
                        ProcessHandle.of(Long.parseLong(lines.getFirst().strip())));
    }

    int databasePort() {
        return pidFile()
                .map(lines -> Integer.parseInt(lines.get(3).strip()))
                .orElseThrow(() -> new IllegalStateException("The database does not run"));
    }

    private Optional<List<String>> pidFile() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postgres/cluster/postmaster.pid"));
            return lines.size() < 4 ? Optional.empty() : Optional.of(lines);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** As anybody with the database's password reads it. */
    public Connection database() throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + databasePort() + "/gangway",
                    "gangway",
                    Files.readString(folder.resolve("postgres/password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends signals by name, such as {@code KILL}, to processes that are still there. */
    static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(each -> command.add(Long.toString(each.pid())));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** As {@code kill -9} does: nothing is said to anybody, and its database goes on. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As an operator stops it, its database too. */
    public void stop() {
        if (process != null) {
            process.destroy();
            process.onExit()
                    .orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    @Override
    public void close() {
        stop();
        http.close();
    }

    /** Java with what makes a start quick rather than a long run fast, in the order of a command line. */
    public static List<String> quickJava() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC");
    }

    /** The same with the product as this Java has it on its class path. */
    public static List<String> quickJavaOnClassPath() {
        List<String> command = new ArrayList<>(quickJava());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.gangway.GangwayApplication"));
        return command;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
