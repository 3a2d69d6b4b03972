package dev.gangway.account;

import dev.gangway.base.FieldProblem;
import org.springframework.stereotype.Component;

/**
 * Checks and hashes passwords that people choose. Not inside a transaction: whoever hashes waits for a core, and would keep a
 * connection from others meanwhile.
 */
@Component
class ChosenPasswords {

    private final PasswordPolicy policy;
    private final Passwords passwords;

    ChosenPasswords(PasswordPolicy policy, Passwords passwords) {
        this.policy = policy;
        this.passwords = passwords;
    }

    /** What came of a password. */
    sealed interface Chosen {
        /** It may be kept, as this hash. */
        record Good(String hash) implements Chosen {}

        /** Why it may not. */
        record Bad(FieldProblem problem) implements Chosen {}
    }

    /** Checks a password for the account with the name. */
    Chosen check(String wanted, String username) {
        return policy.problem(wanted, username)
                .<Chosen>map(Chosen.Bad::new)
                .orElseGet(() -> new Chosen.Good(passwords.hash(wanted)));
    }
}
