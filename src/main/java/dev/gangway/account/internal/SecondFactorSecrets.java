package dev.gangway.account.internal;

import dev.gangway.account.CodeHash;
import dev.gangway.account.CodeKey;
import dev.gangway.base.UserId;
import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.Secrets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes the secrets of second factors, and seals them for the account that they belong to. */
@Component
public class SecondFactorSecrets {

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    SecondFactorSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A new one. */
    public CodeKey next(CodeHash hash) {
        return new CodeKey(hash, next(hash.keyBytes()));
    }

    /** So many random bytes. */
    public byte[] next(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /** Sealed for the account, so that it opens nowhere else. */
    public Sealed seal(CodeKey key, UserId user) {
        return secrets.seal(key.hash() + ":" + Base64.getEncoder().encodeToString(key.secret()), context(user));
    }

    /** The key again. */
    public CodeKey open(Sealed sealed, UserId user) {
        String plain = secrets.open(sealed, context(user));
        int colon = plain.indexOf(':');
        return new CodeKey(
                CodeHash.valueOf(plain.substring(0, colon)), Base64.getDecoder().decode(plain.substring(colon + 1)));
    }

    static String context(UserId user) {
        return "second_factors/" + user.value();
    }
}
