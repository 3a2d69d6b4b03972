package dev.gangway.bench.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Programs of others that a benchmark needs, as Debian has them. */
final class Installed {

    /** Where Debian has servers; only root's path leads there. */
    private static final String SERVERS = "/usr/sbin";

    private Installed() {}

    /**
     * Where a program is.
     *
     * @throws IllegalStateException naming Debian's package, which is called like the program, where it is not installed
     */
    static String program(String name) {
        return Stream.concat(Arrays.stream(System.getenv("PATH").split(":", -1)), Stream.of(SERVERS))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not installed: apt-get install " + name))
                .toString();
    }
}
