package dev.gangway.base.secret.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import dev.gangway.GangwayTest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Every test is rolled back: keys of a configuration that only the test knows would stop others. */
@GangwayTest
@Transactional
class DataKeysTest {

    private static final byte[] CONTEXT = "context".getBytes(UTF_8);

    @Autowired
    private WrappedKeys rows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private static KeyEncryptionKey kek(String id, int fill) {
        byte[] bytes = new byte[KeyEncryptionKey.BYTES];
        Arrays.fill(bytes, (byte) fill);
        return KeyEncryptionKey.parse(id + ":" + Base64.getEncoder().encodeToString(bytes), "test");
    }

    private DataKeys replica(KeyEncryptionKey... keks) {
        return new DataKeys(rows, new KeyEncryptionKeys(List.of(keks)), clock, event -> {});
    }

    private DataKeys onAnEmptyTable(KeyEncryptionKey... keks) {
        jdbc.sql("delete from encryption_keys").update();
        DataKeys keys = replica(keks);
        keys.prepare();
        return keys;
    }

    @Test
    void theFirstKeyIsMadeOnce() {
        DataKeys first = onAnEmptyTable(kek("a", 1));
        DataKeys second = replica(kek("a", 1));
        second.prepare();

        assertThat(second.active().id()).isEqualTo(first.active().id());
    }

    @Test
    void anotherReplicaPicksUpAKeyThatItDoesNotKnow() throws GeneralSecurityException {
        DataKeys first = onAnEmptyTable(kek("a", 1));
        DataKeys second = replica(kek("a", 1));
        first.activateNew();
        DataKeys.DataKey fresh = first.refresh();
        byte[] sealed = fresh.aead().encrypt(new byte[] {7}, CONTEXT);

        Aead found = second.find(fresh.id()).orElseThrow();
        assertThat(found.decrypt(sealed, CONTEXT)).containsExactly(7);
        assertThat(second.refresh().id()).isEqualTo(fresh.id());
    }

    @Test
    void afterWrappingAnewTheEarlierKeyOfTheConfigurationIsNotNeeded() throws GeneralSecurityException {
        DataKeys before = onAnEmptyTable(kek("old", 1));
        DataKeys.DataKey key = before.active();
        byte[] sealed = key.aead().encrypt(new byte[] {7}, CONTEXT);

        DataKeys between = replica(kek("new", 2), kek("old", 1));
        between.prepare();
        assertThat(between.rewrap()).isEqualTo(1);
        assertThat(between.rewrap()).isZero();

        DataKeys after = replica(kek("new", 2));
        after.prepare();
        assertThat(after.find(key.id()).orElseThrow().decrypt(sealed, CONTEXT)).containsExactly(7);
    }

    @Test
    void aMissingKeyOfTheConfigurationStopsTheStart() {
        onAnEmptyTable(kek("old", 1));

        assertThatThrownBy(() -> replica(kek("new", 2)).prepare())
                .isInstanceOf(InvalidEncryptionKey.class)
                .hasMessageContaining("\"old\"");
    }

    @Test
    void anotherKeyUnderTheSameIdStopsTheStart() {
        onAnEmptyTable(kek("a", 1));

        assertThatThrownBy(() -> replica(kek("a", 2)).prepare())
                .isInstanceOf(InvalidEncryptionKey.class)
                .hasMessageContaining("\"a\"");
    }
}
