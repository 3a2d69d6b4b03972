package dev.gangway.bench;

import dev.gangway.bench.page.PageClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * How long it takes from the start of the process until the log-in page is answered with all that it shows, on an empty folder and
 * on one that has been used, from the jar and from what {@code install} makes of it. Each figure is the median of
 * {@code -Dbench.rounds=} (3) starts.
 */
final class StartBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private final Report report = new Report("start");
    private final Path place;

    private StartBench(Path place) {
        this.place = place;
    }

    static void run(Path jar) throws Exception {
        Path place = Files.createTempDirectory("gangway-start");
        try {
            new StartBench(place).run(jar.toAbsolutePath(), place.resolve("installed"));
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private void run(Path jar, Path installed) throws Exception {
        long begun = System.nanoTime();
        Process install = new ProcessBuilder(java(), "-jar", jar.toString(), "install", installed.toString())
                .inheritIO()
                .start();
        if (install.waitFor() != 0) {
            throw new IllegalStateException("install failed");
        }
        report.row("install", "seconds", (System.nanoTime() - begun) / 1e9);
        List<String> packed = List.of(java(), "-jar", jar.toString());
        List<String> unpacked =
                List.of(java(), "-jar", installed.resolve("gangway.jar").toString());
        List<String> cached = List.of(installed.resolve("gangway").toString());
        measure("jar", packed);
        measure("unpacked, no cache", unpacked);
        measure("installed, with the cache", cached);
    }

    private void measure(String what, List<String> command) throws Exception {
        List<Double> empty = new ArrayList<>();
        List<Double> used = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = Files.createTempDirectory(place, "data");
            empty.add(start(command, folder));
            used.add(start(command, folder));
            FileSystemUtils.deleteRecursively(folder);
        }
        report.row(what, "empty_folder_seconds", Report.median(empty), "used_folder_seconds", Report.median(used));
    }

    private static double start(List<String> command, Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> whole = new ArrayList<>(command);
        whole.add("--server.port=" + port);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            while (process.isAlive() && System.nanoTime() - begun < LONGEST_NANOS) {
                try (PageClient client = new PageClient(URI.create("http://127.0.0.1:" + port))) {
                    client.open("login");
                    return (System.nanoTime() - begun) / 1e9;
                } catch (IOException e) {
                    TimeUnit.MILLISECONDS.sleep(10); // Not listening yet
                }
            }
            throw new IllegalStateException("No page: " + Files.readString(folder.resolve("server.log")));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
