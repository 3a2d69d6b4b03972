package dev.gangway.login.internal;

import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginSessions;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Lets API callers in by the opaque token of a login session. */
@Component
class BearerTokens implements AuthenticationManager {

    private final LoginSessions loginSessions;

    BearerTokens(LoginSessions loginSessions) {
        this.loginSessions = loginSessions;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        if (!(attempt instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InvalidBearerTokenException("No bearer token");
        }
        KnownLogin known = loginSessions
                .recognise(bearer.getToken())
                .orElseThrow(() -> new InvalidBearerTokenException("Unknown, ended or expired"));
        CallerAuthentication authentication = new CallerAuthentication(known.caller());
        authentication.setDetails(known.session());
        return authentication;
    }
}
