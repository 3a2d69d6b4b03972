package dev.gangway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The command as a process of its own: nothing that starts with it may make a table before it does. */
@GangwayTest
class BackupCommandsTest {

    @Autowired
    private Backups backups;

    @TempDir
    private Path folder;

    @Test
    void whereThereIsNoDatabaseTheCommandMakesOneFromTheBackup() throws Exception {
        Path file = folder.resolve("gangway.backup");
        backups.write(file, (done, total) -> {});
        TestDatabase.copyProgramsTo(folder.resolve("postgres"));

        Process restore = run("restore", file);
        String said = new String(restore.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(restore.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("Restored \\d+ rows of \\d+ tables from ");
        assertThat(folder.resolve("encryption.key")).as("no key of its own").doesNotExist();
    }

    @Test
    void whereThereIsNoDatabaseTheCommandThatWritesOneSaysSoAndMakesNone() throws Exception {
        TestDatabase.copyProgramsTo(folder.resolve("postgres"));

        Process backup = run("backup", folder.resolve("gangway.backup"));
        String said = new String(backup.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(backup.waitFor()).as(said).isOne();
        assertThat(said).contains("There is no database in " + folder.resolve("postgres"));
        assertThat(folder.resolve("gangway.backup")).doesNotExist();
        assertThat(folder.resolve("postgres").resolve("cluster")).doesNotExist();
    }

    private Process run(String command, Path file) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dgangway.database.directory=" + folder.resolve("postgres"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.gangway.GangwayApplication",
                        command,
                        file.toString()))
                .redirectErrorStream(true)
                .start();
    }
}
