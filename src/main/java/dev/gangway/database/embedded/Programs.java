package dev.gangway.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The unpacked programs of PostgreSQL and how they are called.
 *
 * @param bin the directory they lie in
 * @param prefix what comes before each call; {@code unshare} where root calls, because PostgreSQL refuses to run as root
 */
record Programs(Path bin, List<String> prefix) {

    /** Unpacks them below the directory unless that was done before. */
    static Programs in(Path directory) {
        Archive archive = Archive.ofThisPlatform();
        Path home = directory.resolve("programs-" + archive.fingerprint());
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new Programs(home.resolve("bin"), runsAsRoot() ? List.of("unshare", "-U") : List.of());
    }

    /** Runs a program to its end. Its words are shown only when it fails. */
    void run(String program, String... args) {
        try {
            Process process = start(program, args);
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new EmbeddedDatabaseException(
                        "The embedded database failed at %s: %s".formatted(program, words.strip()));
            }
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("%s cannot be called: %s".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("Interrupted while the embedded database was at " + program, e);
        }
    }

    /** Starts a program and leaves it running. */
    Process start(String program, String... args) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder.start();
    }

    private static void unpack(Archive archive, Path home) {
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        try {
            Trees.delete(unfinished);
            archive.unpack(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("PostgreSQL cannot be unpacked to %s: %s".formatted(home, e), e);
        }
    }

    private static boolean runsAsRoot() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
    }
}
