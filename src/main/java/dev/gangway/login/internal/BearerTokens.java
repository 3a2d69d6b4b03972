package dev.gangway.login.internal;

import dev.gangway.account.SecondFactors;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.login.KnownLogin;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.login.internal.sso.ForeignTokens;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/** Lets API callers in by the opaque token of a login session, or by a token of the configured identity provider. */
@Component
class BearerTokens {

    private final LoginSessions loginSessions;
    private final ForeignTokens foreign;
    private final SecondFactors secondFactors;

    BearerTokens(LoginSessions loginSessions, ForeignTokens foreign, SecondFactors secondFactors) {
        this.loginSessions = loginSessions;
        this.foreign = foreign;
        this.secondFactors = secondFactors;
    }

    /** Lets in by the token alone, for a caller at the given place. */
    AuthenticationManager from(Origin origin) {
        return attempt -> authenticate(attempt, origin);
    }

    private Authentication authenticate(Authentication attempt, Origin origin) throws AuthenticationException {
        if (!(attempt instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InvalidBearerTokenException("No bearer token");
        }
        String token = bearer.getToken();
        boolean isForeign = foreign.areLike(token);
        KnownLogin known = (isForeign ? foreign.recognise(token, origin) : loginSessions.recognise(token))
                .orElseThrow(() -> refused(isForeign ? "foreign" : "own"));
        Caller caller = known.caller();
        if (!isForeign && secondFactors.isMissing(caller.userId(), caller.roles())) {
            throw new SecondFactorMissing();
        }
        CallerAuthentication authentication = new CallerAuthentication(caller);
        authentication.setDetails(known.session());
        return authentication;
    }

    private static AuthenticationException refused(String kind) {
        SecurityEvent.TOKEN_REFUSED.log("kind=" + kind);
        return new InvalidBearerTokenException("Unknown, ended or expired");
    }
}
