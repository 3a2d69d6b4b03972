package dev.gangway.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged product, served on loopback with a new embedded database in a folder of its own, of which nothing is left when
 * it is closed; or with the one in {@code -Dbench.folder=}, which is kept, so that what took long to make is measured again.
 */
final class ServedProduct implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final Path folder;
    private final int port;
    private final boolean isKept;

    private ServedProduct(Process process, Path folder, int port, boolean isKept) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.isKept = isKept;
    }

    static ServedProduct start(Path jar) throws IOException, InterruptedException {
        return start(jar, Map.of());
    }

    /** With settings from the environment. */
    static ServedProduct start(Path jar, Map<String, String> settings) throws IOException, InterruptedException {
        String kept = System.getProperty("bench.folder");
        Path folder = kept == null
                ? Files.createTempDirectory("gangway-bench")
                : Files.createDirectories(Path.of(kept).toAbsolutePath());
        int port = freePort();
        ProcessBuilder server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "--server.port=" + port,
                        "--gangway.api.requests-per-second=1000000",
                        // What runs every hour would run into what is measured.
                        "--db-scheduler.polling-interval=1d")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        server.environment().putAll(settings);
        ServedProduct product = new ServedProduct(server.start(), folder, port, kept != null);
        product.waitUntilReady();
        return product;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/gangway", "gangway", databasePassword());
    }

    /** The number of the server's process. */
    long pid() {
        return process.pid();
    }

    /** What belongs to the server, its database among it. */
    Path folder() {
        return folder;
    }

    /** Asks the server's Java for something; answers what it says. */
    String jcmd(String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid()), what)
                .redirectErrorStream(true)
                .start();
        String says = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return says;
    }

    /** Runs a command beside the server; answers its exit code. */
    int command(Path jar, Map<String, String> settings, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toAbsolutePath().toString()));
        line.addAll(List.of(words));
        ProcessBuilder command = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("command.log").toFile());
        command.environment().putAll(settings);
        return command.start().waitFor();
    }

    /** What the server says, in a file. */
    Path log() {
        return folder.resolve("server.log");
    }

    Path databaseDirectory() {
        return folder.resolve("data/postgres");
    }

    int databasePort() throws IOException {
        // The fourth line of PostgreSQL's own file of a running server is its port.
        List<String> lines = Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid"));
        return Integer.parseInt(lines.get(3).strip());
    }

    String databasePassword() throws IOException {
        return Files.readString(folder.resolve("data/postgres/password")).strip();
    }

    /** Processor time that the server has used. */
    double cpuSeconds() {
        return CapacityBench.cpuSeconds(process.pid());
    }

    /** Processor time that all processes of its database have used. */
    double databaseCpuSeconds() throws IOException {
        long first = Long.parseLong(Files.readAllLines(folder.resolve("data/postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
        return CapacityBench.cpuSeconds(first)
                + ProcessHandle.of(first).stream()
                        .flatMap(ProcessHandle::descendants)
                        .mapToDouble(each -> CapacityBench.cpuSeconds(each.pid()))
                        .sum();
    }

    private void waitUntilReady() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                    .build();
            Instant end = Instant.now().plus(LONGEST_START);
            while (Instant.now().isBefore(end) && process.isAlive()) {
                try {
                    if (client.send(health, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // Not listening yet.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("The product did not start; see " + folder.resolve("server.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        if (isKept) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
