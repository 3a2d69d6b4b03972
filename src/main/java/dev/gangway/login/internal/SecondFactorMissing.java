package dev.gangway.login.internal;

import org.springframework.security.core.AuthenticationException;

/** The token is good, but its account must have a second factor by now and has none. */
class SecondFactorMissing extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    SecondFactorMissing() {
        super("A second factor is required");
    }
}
