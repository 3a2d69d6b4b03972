package dev.gangway.account;

import dev.gangway.account.internal.SecondFactorSecrets;
import dev.gangway.account.internal.SecondFactorStore;
import dev.gangway.base.UserId;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.base.security.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Ten codes that let in once each without the authenticator app: 120 random bits as six groups of four letters and digits,
 * stored by their hashes.
 */
@Component
class RecoveryCodes {

    static final int MANY = 10;
    private static final int BYTES = 15;
    private static final String GROUPS = "(?<=\\G.{4})";

    private final SecondFactorStore store;
    private final SecondFactorSecrets secrets;
    private final Tokens tokens;
    private final Clock clock;

    RecoveryCodes(SecondFactorStore store, SecondFactorSecrets secrets, Tokens tokens, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** New ones in place of all that there were; known only now. */
    List<String> replace(UserId id) {
        List<String> codes = Stream.generate(() -> Base32.encode(secrets.next(BYTES)))
                .limit(MANY)
                .toList();
        store.replaceCodes(id, codes.stream().map(tokens::hash).toList());
        return codes.stream().map(code -> String.join("-", code.split(GROUPS))).toList();
    }

    /** Whether it is one of the account's that was not used; it is used up. */
    boolean accept(UserId id, String typed) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean good = store.useCode(id, tokens.hash(code), clock.instant());
        if (good) {
            SecurityEvent.RECOVERY_CODE_USED.log(id, "");
        }
        return good;
    }
}
