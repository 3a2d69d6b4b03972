package dev.gangway.login.internal.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Keeps the provider's ID token in the browser, sealed and for the log-out's address alone: the provider wants to see it
 * when the person logs out there too. Where it is too long for a cookie, logging out ends here.
 */
@Component
class LogOutHint {

    static final String PATH = "/logout/sso";
    private static final String NAME = "gangway_sso_hint";
    private static final Duration LONGEST = Duration.ofDays(30);

    private final SealedCookies cookies;

    LogOutHint(SealedCookies cookies) {
        this.cookies = cookies;
    }

    void keep(HttpServletRequest request, HttpServletResponse response, String idToken) {
        cookies.write(request, response, NAME, idToken, LONGEST);
    }

    Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> hint = cookies.read(request, NAME);
        cookies.clear(request, response, NAME);
        return hint;
    }
}
