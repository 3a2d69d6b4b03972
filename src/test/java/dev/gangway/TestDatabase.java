package dev.gangway;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Where the database of all tests of this JVM keeps its files, as {@link GangwayTest} sets it. */
public final class TestDatabase {

    /** The database's own directory; what is beside it is beside that of a server. */
    public static final Path DIRECTORY =
            Path.of("target/test-database", System.getProperty("test.fork", "jvm1"), "postgres");

    private TestDatabase() {}

    /** Unpacking PostgreSQL is most of a first start, and the tests of this JVM have done it already. */
    public static void copyProgramsTo(Path directory) throws IOException {
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(DIRECTORY, "programs-*")) {
            for (Path programs : unpacked) {
                FileSystemUtils.copyRecursively(programs, directory.resolve(programs.getFileName()));
            }
        }
    }
}
