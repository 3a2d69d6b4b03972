package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import org.springframework.security.core.AuthenticationException;

/** The password is right; the log-in goes on with the code of the second factor. */
class CodeNeeded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient UserId account;

    CodeNeeded(UserId account) {
        super("The second factor is to be asked for");
        this.account = account;
    }

    UserId account() {
        return account;
    }
}
