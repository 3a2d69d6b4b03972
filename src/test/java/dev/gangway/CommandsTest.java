package dev.gangway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.command.CommandRunner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What every command of spec/operations answers before it needs Spring or a database. */
@ExtendWith(OutputCaptureExtension.class)
class CommandsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "sync-session-onboarding",
                "verify-onboarding-data",
                "import-onboarding-files",
                "sync-tutoring-sessions",
                "cleanup-onboarding",
                "import-wizard",
                "install",
                "create-admin",
                "migrate",
                "rotate-keys",
                "backup",
                "restore"
            })
    void eachCommandExplainsItselfAndRefusesWhatItDoesNotKnow(String command, CapturedOutput output) {
        assertThat(run(command, "--help")).isZero();
        assertThat(output.getOut()).contains("Usage: gangway " + command);

        assertThat(run(command, "--no-such-option")).isEqualTo(2);
        assertThat(output.getErr()).contains("Usage: gangway " + command);
    }

    @Test
    void theHelpNamesEveryCommandAndAnUnknownOneIsRefused(CapturedOutput output) {
        assertThat(run("--help")).isZero();
        assertThat(output.getOut()).contains("sync-session-onboarding", "Serve pages and API");

        assertThat(run("sync-session-onboardings")).isEqualTo(2);
        assertThat(output.getErr()).contains("sync-session-onboardings");
    }

    @Test
    void whatFollowsServeOrComesBeforeACommandAndIsNoSettingIsRefusedByName(CapturedOutput output) {
        assertThat(run("serve", "--server.port=8081", "backup", "nonsense")).isEqualTo(2);
        assertThat(output.getErr()).contains("'backup'", "'nonsense'").doesNotContain("server.port");

        assertThat(run("--server.prot", "8081", "backup", "mine.zip")).isEqualTo(2);
        assertThat(output.getErr()).contains("--server.prot");
    }

    @Test
    void settingsMayStandBeforeACommand(CapturedOutput output) {
        assertThat(run("--server.port=8081", "backup", "--help")).isZero();
        assertThat(output.getOut()).contains("Usage: gangway backup");
    }

    @Test
    void onlyThePackedJarIsInstalled(CapturedOutput output, @TempDir Path folder) {
        assertThat(run("install", folder.resolve("new").toString())).isEqualTo(1);
        assertThat(output.getErr()).contains("install: this is not the packed gangway.jar");
        assertThat(folder).isEmptyDirectory();
    }

    private static int run(String... arguments) {
        return new CommandRunner(GangwayApplication.class, GangwayCommands.class).run(arguments);
    }
}
