package dev.gangway.backup.command;

import dev.gangway.backup.BackupReport;
import dev.gangway.backup.Backups;
import dev.gangway.base.command.OnEmptyDatabase;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: reads a backup into an empty database. Exit code 1 where the database is not empty or the file is not whole. */
@OnEmptyDatabase
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a backup into an empty database: a directory for the embedded one that is not there yet, or one just made.",
            "All or nothing. A backup of an older version is brought up to this one."
        })
public class RestoreBackup implements Callable<Integer> {

    private final Backups backups;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What the command backup has written.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path file;

    public RestoreBackup(Backups backups) {
        this.backups = backups;
    }

    @Override
    public Integer call() {
        BackupReport report = Shown.work(spec, progress -> backups.restore(file, progress));
        spec.commandLine()
                .getOut()
                .printf("Restored %d rows of %d tables from %s%n", report.rows(), report.tables(), file);
        report.strange()
                .forEach(table ->
                        spec.commandLine().getErr().printf("Left out, because it is no table of Gangway: %s%n", table));
        return 0;
    }
}
