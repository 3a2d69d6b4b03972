package dev.gangway.login.internal;

import dev.gangway.account.LogInOutcome;
import org.springframework.security.core.AuthenticationException;

/** The password is right; the log-in goes on with the code of the second factor. */
class CodeNeeded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient LogInOutcome.CodeNeeded checked;

    CodeNeeded(LogInOutcome.CodeNeeded checked) {
        super("The second factor is to be asked for");
        this.checked = checked;
    }

    LogInOutcome.CodeNeeded checked() {
        return checked;
    }
}
