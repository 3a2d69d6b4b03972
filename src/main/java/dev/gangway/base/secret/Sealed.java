package dev.gangway.base.secret;

import java.util.Arrays;

/**
 * An encrypted secret, to be stored in the row that it belongs to.
 *
 * @param ciphertext what to store, authenticated: a changed one does not open
 * @param keyId the data key that opens it, {@code encryption_keys.id}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record Sealed(byte[] ciphertext, long keyId) {

    public Sealed {
        ciphertext = ciphertext.clone();
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that && keyId == that.keyId && Arrays.equals(ciphertext, that.ciphertext);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(keyId) + Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "Sealed[keyId=" + keyId + "]";
    }
}
