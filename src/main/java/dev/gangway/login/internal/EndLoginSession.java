package dev.gangway.login.internal;

import dev.gangway.base.security.Caller;
import dev.gangway.login.LoginCookie;
import dev.gangway.login.LoginSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Logging out ends the login session and takes the cookie back. */
@Component
class EndLoginSession implements LogoutHandler {

    private final LoginSessions loginSessions;
    private final LoginCookie cookie;

    EndLoginSession(LoginSessions loginSessions, LoginCookie cookie) {
        this.loginSessions = loginSessions;
        this.cookie = cookie;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            loginSessions.end(caller.userId(), caller.loginSessionId());
        }
        cookie.clear(request, response);
    }
}
