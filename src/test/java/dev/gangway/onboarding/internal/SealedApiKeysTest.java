package dev.gangway.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.secret.KeyRotations;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.Secrets;
import dev.gangway.base.secret.command.RotateKeys;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

@GangwayTest
class SealedApiKeysTest {

    @Autowired
    private SealedApiKeys keys;

    @Autowired
    private KeyRotations rotations;

    @Autowired
    private Secrets secrets;

    @Autowired
    private StepData stepData;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRotationSealsStoredKeysAnewAndTheyStillOpen() {
        UserId ada = accounts.user();
        stepData.complete(ada, OnboardingStep.API_KEYS);

        long active = rotations.rotate(KeyRotations.Progress.SILENT).activeKeyId();

        assertThat(stored(ada).keyId()).isEqualTo(active);
        assertThat(secrets.open(stored(ada), ApiKeysStep.context(ada.value(), "openai")))
                .isEqualTo(StepData.OPENAI_KEY);
        assertThat(keys.outdated()).isZero();
        assertThat(keys.reseal(null, 10).resealed()).isZero();
    }

    @Test
    void rotationsAndSavesAtOnceLoseNoKey() throws Exception {
        UserId ada = accounts.user();
        stepData.complete(ada, OnboardingStep.API_KEYS);
        Callable<Object> rotate = () -> rotations.rotate(KeyRotations.Progress.SILENT);
        Callable<Object> save = () -> stepData.complete(ada, OnboardingStep.API_KEYS);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var work = new java.util.ArrayList<>(Collections.nCopies(3, rotate));
            work.addAll(Collections.nCopies(10, save));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        rotations.resealAll(KeyRotations.Progress.SILENT);

        assertThat(secrets.open(stored(ada), ApiKeysStep.context(ada.value(), "openai")))
                .isEqualTo(StepData.OPENAI_KEY);
        assertThat(keys.outdated()).isZero();
    }

    @Test
    void aDamagedKeyIsNamedAndTheOthersAreSealedAnewAllTheSame() {
        UserId ada = accounts.user();
        UserId bob = accounts.user();
        UserId eve = accounts.user();
        List.of(ada, bob, eve).forEach(user -> stepData.complete(user, OnboardingStep.API_KEYS));
        jdbc.sql("update api_keys set ciphertext = '\\xdead' where user_id = ?")
                .param(bob.value())
                .update();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            int code = new CommandLine(new RotateKeys(rotations))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute();

            assertThat(code).isEqualTo(1);
            assertThat(err.toString())
                    .contains("API keys: openai of account " + bob)
                    .contains("does not open")
                    .doesNotContain(StepData.OPENAI_KEY)
                    .doesNotContain(ada.value());
            for (UserId user : List.of(ada, eve)) {
                assertThat(secrets.open(stored(user), ApiKeysStep.context(user.value(), "openai")))
                        .isEqualTo(StepData.OPENAI_KEY);
                assertThat(out.toString())
                        .contains("Active data key: " + stored(user).keyId());
            }
        } finally {
            onboardings.erase(bob);
        }
        assertThat(new CommandLine(new RotateKeys(rotations))
                        .setOut(new PrintWriter(out))
                        .execute())
                .isZero();
    }

    private Sealed stored(UserId userId) {
        return jdbc.sql("select ciphertext, encryption_key_id from api_keys where user_id = ?")
                .param(userId.value())
                .query((row, number) -> new Sealed(row.getBytes(1), row.getLong(2)))
                .single();
    }
}
