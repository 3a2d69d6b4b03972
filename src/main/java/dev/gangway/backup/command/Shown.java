package dev.gangway.backup.command;

import dev.gangway.backup.BackupProgress;
import dev.gangway.backup.BackupReport;
import dev.gangway.base.command.ProgressBar;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Work on a backup, with a bar that shows how far it is. */
final class Shown {

    private Shown() {}

    static BackupReport work(CommandSpec spec, Function<BackupProgress, BackupReport> work) {
        ProgressBar bar = new ProgressBar(spec.commandLine().getErr());
        try {
            return work.apply((done, total) -> bar.show("tables", done, total));
        } finally {
            bar.end();
        }
    }
}
