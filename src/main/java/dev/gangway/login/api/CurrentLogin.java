package dev.gangway.login.api;

import dev.gangway.login.LoginSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The login session by which the current request was let in; read with the token, so it costs no statement. */
@Component
class CurrentLogin {

    LoginSession get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getDetails() instanceof LoginSession session) {
            return session;
        }
        throw new IllegalStateException("Nobody is logged in");
    }
}
