package dev.gangway.backup.command;

import dev.gangway.backup.BackupReport;
import dev.gangway.backup.Backups;
import dev.gangway.base.command.OnExistingDatabase;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: everything the database holds, as of one moment, in one file. */
@OnExistingDatabase
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes everything the database holds, as of one moment, into one file, while servers run.",
            "The keys that open sealed secrets are not in it: keep the file of gangway.encryption too, elsewhere."
        })
public class WriteBackup implements Callable<Integer> {

    private final Backups backups;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The file that is made; one that is there already is never overwritten.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private Path file;

    public WriteBackup(Backups backups) {
        this.backups = backups;
    }

    @Override
    public Integer call() {
        BackupReport report = Shown.work(spec, progress -> backups.write(file, progress));
        spec.commandLine().getOut().printf("Wrote %d rows of %d tables to %s%n", report.rows(), report.tables(), file);
        return 0;
    }
}
