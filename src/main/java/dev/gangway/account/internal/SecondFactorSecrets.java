package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes the secrets of second factors, and seals them for the account that they belong to. */
@Component
public class SecondFactorSecrets {

    /** As long as the hash of the codes, as RFC 4226 recommends. */
    private static final int BYTES = 20;

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    SecondFactorSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A new one. */
    public byte[] next() {
        return next(BYTES);
    }

    /** So many random bytes. */
    public byte[] next(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /** Sealed for the account, so that it opens nowhere else. */
    public Sealed seal(byte[] secret, UserId user) {
        return secrets.seal(Base64.getEncoder().encodeToString(secret), context(user));
    }

    /** The secret again. */
    public byte[] open(Sealed sealed, UserId user) {
        return Base64.getDecoder().decode(secrets.open(sealed, context(user)));
    }

    static String context(UserId user) {
        return "second_factors/" + user.value();
    }
}
