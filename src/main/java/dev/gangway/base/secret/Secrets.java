package dev.gangway.base.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import dev.gangway.base.secret.internal.DataKeys;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Service;

/**
 * Seals secrets for storage and opens them again, with AES-256-GCM and a data key that is kept in memory: neither costs a
 * statement.
 *
 * <p>The context says where a secret belongs, for example {@code api_keys/USER_ID/PROVIDER}. It is authenticated with the
 * secret, so that a ciphertext that was copied to another row does not open there.
 */
@Service
public class Secrets {

    private final DataKeys keys;

    Secrets(DataKeys keys) {
        this.keys = keys;
    }

    /** Encrypts with the active data key. */
    public Sealed seal(String plain, String context) {
        DataKeys.DataKey key = keys.active();
        try {
            return new Sealed(key.aead().encrypt(plain.getBytes(UTF_8), context.getBytes(UTF_8)), key.id());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Data key " + key.id() + " does not encrypt", e);
        }
    }

    /** As {@link #seal(String, String)}. */
    public Sealed seal(SecretText plain, String context) {
        return seal(plain.reveal(), context);
    }

    /**
     * Decrypts with the data key that the secret was sealed with.
     *
     * @throws SecretUnreadable where it was changed or the context is not the one it was sealed in
     */
    public String open(Sealed sealed, String context) {
        Aead aead = keys.find(sealed.keyId()).orElseThrow(() -> new SecretUnreadable(sealed.keyId()));
        try {
            return new String(aead.decrypt(sealed.ciphertext(), context.getBytes(UTF_8)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadable(sealed.keyId(), e);
        }
    }

    /** The key that {@link #seal} uses from now on, read anew: what is sealed with another one is outdated. */
    public long activeKeyId() {
        return keys.refresh().id();
    }
}
