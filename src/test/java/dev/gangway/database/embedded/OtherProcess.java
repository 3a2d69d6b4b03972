package dev.gangway.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that serves from a directory, because locks between processes cannot be seen within one. */
final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader words;

    private OtherProcess(Process process) {
        this.process = process;
        this.words = process.inputReader();
    }

    static OtherProcess serving(Path directory) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        return new OtherProcess(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start());
    }

    /** Waits for a line with this beginning. */
    void awaitLine(String beginning) throws IOException {
        List<String> before = new ArrayList<>();
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            if (line.startsWith(beginning)) {
                return;
            }
            before.add(line);
        }
        throw new AssertionError("It ended with the words " + before);
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What the other process does: serve until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        try {
            EmbeddedDatabase.forServer(Home.at(Path.of(args[0])), true);
            System.out.println("serving");
            Thread.currentThread().join();
        } catch (EmbeddedDatabaseException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }
}
