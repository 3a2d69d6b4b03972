package dev.gangway.onboarding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.secret.KeyRotations;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.Secrets;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private JdbcClient jdbc;

    @Test
    void aRotationSealsStoredKeysAnewAndTheyStillOpen() {
        UserId ada = accounts.user();
        stepData.complete(ada, OnboardingStep.API_KEYS);

        long active = rotations.rotate((name, done, total) -> {}).activeKeyId();

        assertThat(stored(ada).keyId()).isEqualTo(active);
        assertThat(secrets.open(stored(ada), ApiKeysStep.context(ada.value(), "openai")))
                .isEqualTo(StepData.OPENAI_KEY);
        assertThat(keys.outdated()).isZero();
        assertThat(keys.reseal(10)).isZero();
    }

    @Test
    void rotationsAndSavesAtOnceLoseNoKey() throws Exception {
        UserId ada = accounts.user();
        stepData.complete(ada, OnboardingStep.API_KEYS);
        Callable<Object> rotate = () -> rotations.rotate((name, done, total) -> {});
        Callable<Object> save = () -> stepData.complete(ada, OnboardingStep.API_KEYS);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var work = new java.util.ArrayList<>(Collections.nCopies(3, rotate));
            work.addAll(Collections.nCopies(10, save));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        rotations.resealAll((name, done, total) -> {});

        assertThat(secrets.open(stored(ada), ApiKeysStep.context(ada.value(), "openai")))
                .isEqualTo(StepData.OPENAI_KEY);
        assertThat(keys.outdated()).isZero();
    }

    private Sealed stored(UserId userId) {
        return jdbc.sql("select ciphertext, encryption_key_id from api_keys where user_id = ?")
                .param(userId.value())
                .query((row, number) -> new Sealed(row.getBytes(1), row.getLong(2)))
                .single();
    }
}
