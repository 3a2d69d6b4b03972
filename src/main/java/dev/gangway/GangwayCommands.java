package dev.gangway;

import dev.gangway.account.command.CreateAdmin;
import dev.gangway.backup.command.RestoreBackup;
import dev.gangway.backup.command.WriteBackup;
import dev.gangway.base.command.Install;
import dev.gangway.base.secret.command.RotateKeys;
import dev.gangway.database.command.MigrateDatabase;
import dev.gangway.demo.command.GenerateDemoData;
import dev.gangway.login.command.SyncSessionOnboarding;
import dev.gangway.onboarding.command.CleanupOnboarding;
import dev.gangway.onboarding.command.ImportOnboardingFiles;
import dev.gangway.onboarding.command.VerifyOnboardingData;
import dev.gangway.training.command.SyncTutoringSessions;
import dev.gangway.wizard.command.ImportWizard;
import picocli.CommandLine.Command;

/** Every command that {@code java -jar gangway.jar} knows. */
@Command(
        name = "gangway",
        description = {
            "Takes people aboard. Without a command it serves.",
            "Settings such as --server.port=9000, which docs/configuration.md names, stand before the command."
        },
        mixinStandardHelpOptions = true,
        versionProvider = GangwayVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            GangwayCommands.Serve.class,
            CleanupOnboarding.class,
            CreateAdmin.class,
            GenerateDemoData.class,
            ImportOnboardingFiles.class,
            ImportWizard.class,
            Install.class,
            MigrateDatabase.class,
            RestoreBackup.class,
            RotateKeys.class,
            SyncSessionOnboarding.class,
            SyncTutoringSessions.class,
            VerifyOnboardingData.class,
            WriteBackup.class
        })
final class GangwayCommands {

    /** Serving is done by {@link GangwayApplication}, which needs no picocli for it; this stands for it in the help. */
    @Command(name = "serve", description = "Serve pages and API (the default).", mixinStandardHelpOptions = true)
    static final class Serve {}
}
