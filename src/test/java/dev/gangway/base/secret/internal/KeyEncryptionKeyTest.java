package dev.gangway.base.secret.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyEncryptionKeyTest {

    private static final byte[] CONTEXT = "context".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final KeyEncryptionKey kek = key("2026", 1);

    private static KeyEncryptionKey key(String id, int fill) {
        byte[] bytes = new byte[KeyEncryptionKey.BYTES];
        java.util.Arrays.fill(bytes, (byte) fill);
        return KeyEncryptionKey.parse(id + ":" + Base64.getEncoder().encodeToString(bytes), "setting");
    }

    @Test
    void aWrappedDataKeyOpensWhatTheDataKeySealed() throws GeneralSecurityException {
        KeysetHandle dataKey = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
        byte[] sealed = dataKey.getPrimitive(AeadConfig2026.get(), Aead.class).encrypt(new byte[] {1, 2, 3}, CONTEXT);

        KeysetHandle unwrapped = kek.unwrap(kek.wrap(dataKey));

        assertThat(unwrapped.getPrimitive(AeadConfig2026.get(), Aead.class).decrypt(sealed, CONTEXT))
                .containsExactly(1, 2, 3);
    }

    @Test
    void anotherKeyOfTheSameIdDoesNotUnwrap() throws GeneralSecurityException {
        byte[] wrapped = kek.wrap(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));

        assertThatThrownBy(() -> key("2026", 2).unwrap(wrapped)).isInstanceOf(GeneralSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-colon-c2VjcmV0LWNhbmFyeQ",
                ":c2VjcmV0LWNhbmFyeQ==",
                "2026:c2VjcmV0LWNhbmFyeQ==",
                "2026:c2VjcmV0!LWNhbmFyeQ",
                "two words:c2VjcmV0LWNhbmFyeQ=="
            })
    void aWrongKeyIsRefusedWithoutShowingAnyOfIt(String setting) {
        assertThatThrownBy(() -> KeyEncryptionKey.parse(setting, "gangway.encryption.keys[0]"))
                .isInstanceOf(InvalidEncryptionKey.class)
                .hasMessageContaining("gangway.encryption.keys[0]")
                .hasMessageNotContaining("c2Vj")
                .hasNoCause();
    }

    @Test
    void twoKeysOfOneIdAreRefused() {
        assertThatThrownBy(() -> new KeyEncryptionKeys(List.of(kek, key("2026", 2))))
                .isInstanceOf(InvalidEncryptionKey.class)
                .hasMessageContaining("2026");
    }

    @Test
    void aKeyShowsOnlyItsId() {
        assertThat(kek).hasToString("KeyEncryptionKey[2026]");
        assertThat(new EncryptionProperties(List.of("2026:c2VjcmV0"))).hasToString("EncryptionProperties[1 keys]");
    }
}
