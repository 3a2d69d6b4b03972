package dev.gangway.login.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Whose requests are counted together, by pages and API alike, and which of them cost the server much. */
final class CallLimits {

    private static final RequestMatcher COSTLY = new OrRequestMatcher(
            path(HttpMethod.GET, "/api/users/me/export"),
            path(HttpMethod.POST, "/api/onboarding/website/analyze"),
            path(HttpMethod.POST, "/api/v1/wizards/import"),
            path(HttpMethod.GET, "/VAADIN/dynamic/**"), // what pages let people download
            path(HttpMethod.POST, "/VAADIN/dynamic/**")); // and upload

    private CallLimits() {}

    private static RequestMatcher path(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    /** What costs much, all of one account; null for anything else. */
    static @Nullable String costly(HttpServletRequest request) {
        String account = COSTLY.matches(request) ? account(request) : null;
        return account == null ? null : "costly " + account;
    }

    /** All from one address. */
    static String address(HttpServletRequest request) {
        return "address " + request.getRemoteAddr();
    }

    /** All of one account; null where nobody is logged in. */
    static @Nullable String account(HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        return caller == null ? null : "account " + caller.getName();
    }
}
