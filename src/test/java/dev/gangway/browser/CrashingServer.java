package dev.gangway.browser;

import dev.gangway.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The product as a process of its own with a durable database of its own, which can be killed and started again. */
final class CrashingServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private Process process;

    CrashingServer(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        TestDatabase.copyProgramsTo(folder.resolve("postgres"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.process = started();
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** As {@code kill -9} does: nothing is said to anybody, and its database goes on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = started();
    }

    /** As anybody with the database's password reads it. */
    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + line("postgres/port") + "/gangway",
                "gangway",
                line("postgres/password"));
    }

    /** Files, log and database alike, that hold a text; of a server that is stopped, whose files are all written. */
    List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contents(file).contains(text))
                    .toList();
        }
    }

    /** Each byte as one character, so that nothing is lost of what is no text. */
    private static String contents(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    private Process started() throws IOException, InterruptedException {
        Process starting = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.gangway.GangwayApplication",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--gangway.database.directory=" + folder.resolve("postgres"),
                        "--gangway.website.allowed-hosts=127.0.0.2"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .build();
        Instant end = Instant.now().plus(LONGEST_START);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (starting.isAlive() && Instant.now().isBefore(end)) {
                if (answers(client, ready)) {
                    return starting;
                }
                starting.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        starting.destroyForcibly();
        throw new AssertionError("The server did not start: " + Files.readString(folder.resolve("server.log")));
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    /** Stops it as operators do, so that its database stops too. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
    }
}
