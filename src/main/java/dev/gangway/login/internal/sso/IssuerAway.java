package dev.gangway.login.internal.sso;

import org.springframework.security.authentication.AuthenticationServiceException;

/** The identity provider cannot be asked at the moment, so that nothing is known about a token or a person. */
public class IssuerAway extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    IssuerAway(String what, Throwable why) {
        super(what, why);
    }
}
