package dev.gangway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.backup.Backups;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.bench.canary.Haystack;
import dev.gangway.bench.canary.SecretWalk;
import dev.gangway.privacy.Canary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Secrets that can be recognised, used everywhere and then looked for; {@code -Dbench=canary} looks into heap and files too. */
@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsCanaryTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Backups backups;

    @Autowired
    private Canary canary;

    @Autowired
    private Ids ids;

    @TempDir
    private Path folder;

    @Test
    void noSecretIsInLogAnswersDatabaseOrBackup(CapturedOutput output) throws IOException {
        String mark = "canary" + ids.next().toString().replace("-", "");
        try (SecretWalk walk = new SecretWalk(URI.create("http://127.0.0.1:" + port), mark)) {
            String password = walk.password("the administrator's password");
            accounts.create(NewAccount.named("root-" + mark, Role.ADMIN), password);
            walk.everything("root-" + mark, password);
            Map<String, String> secrets = walk.secrets();
            Path backup = folder.resolve("canary.backup");
            backups.write(backup, (done, total) -> {});

            assertThat(secrets).hasSizeGreaterThan(14);
            secrets.forEach((what, secret) -> {
                assertThat(secret).as(what).hasSizeGreaterThan(20);
                assertThat(output.getAll()).as(what + " in the log").doesNotContain(secret);
                assertThat(walk.answers())
                        .as(what + " in an answer")
                        .allSatisfy(
                                (asked, answer) -> assertThat(answer).as(asked).doesNotContain(secret));
                assertThat(canary.tablesWith(secret))
                        .as(what + " in the database")
                        .isEmpty();
            });
            assertThat(Haystack.search(unpacked(backup), secrets))
                    .as("in a backup")
                    .isEmpty();
        }
    }

    private static Path unpacked(Path backup) throws IOException {
        Path target = Files.createDirectories(backup.resolveSibling("unpacked"));
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                Files.write(
                        target.resolve(entry.getName().replace('/', '_')),
                        zip.getInputStream(entry).readAllBytes());
            }
        }
        return target;
    }
}
