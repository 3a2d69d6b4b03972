package dev.gangway.base.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.system.ApplicationHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code install}: unpacks the jar into a folder and keeps there what the JVM learns in a first start, so that each further one is
 * much faster (JEP 483, 514 and 515). A jar cannot say by itself which cache the JVM has to take; a launcher beside it does.
 */
@WithoutApplication
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = {
            "Unpacks Gangway into a folder from which it starts much faster, with a launcher: DIR/gangway or DIR/gangway.cmd.",
            "It is started once for that, with a database of its own that is thrown away. The cache is good for this Java only:",
            "another one ignores it."
        })
public class Install implements Callable<Integer> {

    /** For libraries that still use what newer JDKs warn about. */
    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder that is made; one that holds something is left alone.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path folder;

    @Override
    public Integer call() throws IOException, InterruptedException {
        File packed = new ApplicationHome(Install.class).getSource();
        if (packed == null || !packed.isFile()) {
            throw new IllegalStateException("this is not the packed gangway.jar");
        }
        if (isUsed(folder)) {
            throw new IllegalStateException(folder + " is not empty");
        }
        unpack(packed.toPath());
        Path cache = folder.toAbsolutePath().resolve("gangway.aot");
        Rehearsal.of(
                java("-XX:AOTCacheOutput=" + cache), folder.toAbsolutePath().resolve("gangway.jar"));
        writeLaunchers();
        spec.commandLine()
                .getOut()
                .printf(
                        Files.exists(cache)
                                ? "Installed. Start it with %s%n"
                                : "Installed, without the cache, which this system does not let Java write. Start it with %s%n",
                        folder.resolve("gangway"));
        return 0;
    }

    private static boolean isUsed(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private void unpack(Path packed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java("-Djarmode=tools"));
        command.addAll(List.of("-jar", packed.toString(), "extract", "--force", "--destination", folder.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(packed + " cannot be unpacked into " + folder);
        }
        Path jar = folder.resolve("gangway.jar");
        if (!Files.exists(jar)) {
            Files.move(folder.resolve(packed.getFileName()), jar);
        }
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.addAll(Arrays.asList(options));
        return command;
    }

    private void writeLaunchers() throws IOException {
        // A cache that does not fit is passed over in silence.
        String options = String.join(" ", QUIET) + " -Xlog:aot=off -Xlog:cds=off";
        Path unix = Files.writeString(folder.resolve("gangway"), """
                #!/bin/sh
                # Options of Java, such as -Xmx2g, come from JAVA_OPTS.
                here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
                exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:AOTCache="$here/gangway.aot" %s ${JAVA_OPTS-} -jar "$here/gangway.jar" "$@"
                """.formatted(options));
        if (!unix.toFile().setExecutable(true, false)) {
            throw new UncheckedIOException(new IOException(unix + " cannot be made executable"));
        }
        Files.writeString(folder.resolve("gangway.cmd"), """
                @echo off
                java -XX:AOTCache="%%~dp0gangway.aot" %s %%JAVA_OPTS%% -jar "%%~dp0gangway.jar" %%*
                """.formatted(options).replace("\n", "\r\n"));
    }
}
