package dev.gangway.base.secret.internal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;

/** A key that wraps data keys: AES-256-GCM, known by its id, never stored in the database. */
final class KeyEncryptionKey {

    static final int BYTES = 32;

    /** Says what a wrapped key is, so that no other ciphertext of the same key passes for one. */
    private static final byte[] PURPOSE = "gangway/encryption_keys".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final String id;
    private final Aead aead;

    private KeyEncryptionKey(String id, byte[] key) {
        this.id = id;
        this.aead = aead(key);
    }

    /**
     * Reads {@code ID:KEY}.
     *
     * @param where the name of the setting or file, for the message
     * @throws InvalidEncryptionKey when it is not of that form; the message shows nothing of the key
     */
    static KeyEncryptionKey parse(String line, String where) {
        int colon = line.indexOf(':');
        if (colon < 0 || !ID.matcher(line.substring(0, colon)).matches()) {
            throw new InvalidEncryptionKey(
                    where + " must be ID:KEY, where ID has 1 to 100 letters, digits, dots, dashes or underscores");
        }
        String id = line.substring(0, colon);
        byte[] key = decode(line.substring(colon + 1).strip());
        if (key.length != BYTES) {
            throw new InvalidEncryptionKey(
                    where + " \"" + id
                            + "\": the key must be 32 bytes in base64 (44 characters), for example from: openssl rand -base64 32");
        }
        return new KeyEncryptionKey(id, key);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // The decoder's message quotes a part of the key, so it goes no further.
        }
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            AesGcmKey gcm = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(gcm).withRandomId().makePrimary())
                    .setConfiguration(AeadConfig2026.get())
                    .build()
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    String id() {
        return id;
    }

    byte[] wrap(KeysetHandle dataKey) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(dataKey, aead, PURPOSE, AeadConfig2026.get());
    }

    KeysetHandle unwrap(byte[] wrapped) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, PURPOSE, AeadConfig2026.get());
    }

    @Override
    public String toString() {
        return "KeyEncryptionKey[" + id + "]";
    }
}
