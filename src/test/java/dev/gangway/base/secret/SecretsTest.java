package dev.gangway.base.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class SecretsTest {

    private static final String CANARY = "sk-canary-0123456789-äöü-🎉";

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Secrets secrets;

    @Autowired
    private KeyRotations rotations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aSealedSecretOpensInItsContext() {
        Sealed sealed = secrets.seal(CANARY, "api_keys/ada/openai");

        assertThat(secrets.open(sealed, "api_keys/ada/openai")).isEqualTo(CANARY);
        assertThat(sealed.toString()).doesNotContain("canary");
    }

    @Test
    void theSameSecretIsNeverSealedAlike() {
        assertThat(secrets.seal(CANARY, "a")).isNotEqualTo(secrets.seal(CANARY, "a"));
    }

    @Test
    void aCiphertextThatWasMovedToAnotherRowDoesNotOpen() {
        Sealed sealed = secrets.seal(CANARY, "api_keys/ada/openai");

        assertThatThrownBy(() -> secrets.open(sealed, "api_keys/bob/openai"))
                .isInstanceOf(SecretUnreadable.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void aCiphertextThatWasTamperedWithDoesNotOpen() {
        Sealed sealed = secrets.seal(CANARY, "context");
        byte[] changed = sealed.ciphertext();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets.open(new Sealed(changed, sealed.keyId()), "context"))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void anUnknownDataKeyIsToldAsSuch() {
        assertThatThrownBy(() -> secrets.open(new Sealed(new byte[40], Long.MAX_VALUE), "context"))
                .isInstanceOf(SecretUnreadable.class)
                .hasMessageContaining(String.valueOf(Long.MAX_VALUE));
    }

    @Test
    void whatAnEarlierKeySealedStillOpensAfterARotation() {
        Sealed before = secrets.seal(CANARY, "context");

        KeyRotation rotation = rotations.rotate(KeyRotations.Progress.SILENT);

        assertThat(rotation.activeKeyId()).isNotEqualTo(before.keyId());
        assertThat(trail.page(AuditFilter.of("secrets."), null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .hasEntrySatisfying(
                                "data_key", key -> assertThat(key.asLong()).isEqualTo(rotation.activeKeyId())));
        assertThat(secrets.activeKeyId()).isEqualTo(rotation.activeKeyId());
        assertThat(secrets.seal(CANARY, "context").keyId()).isEqualTo(rotation.activeKeyId());
        assertThat(secrets.open(before, "context")).isEqualTo(CANARY);
    }

    @Test
    void rotationsAtOnceLeaveOneActiveKey() throws Exception {
        Callable<KeyRotation> rotate = () -> rotations.rotate(KeyRotations.Progress.SILENT);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, rotate))) {
                done.get();
            }
        }

        assertThat(jdbc.sql("select id from encryption_keys where active")
                        .query(Long.class)
                        .list())
                .containsExactly(secrets.activeKeyId());
    }

    @Test
    void noDataKeyIsStoredUnwrapped() {
        assertThat(jdbc.sql("select count(*) from encryption_keys where wrapped_by not like 'local-%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
