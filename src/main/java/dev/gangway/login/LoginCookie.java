package dev.gangway.login;

import dev.gangway.base.web.CookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie that carries a browser's token: out of reach of scripts, not sent from other sites' forms, and over TLS only
 * where there is TLS. It outlives server and replica; how long it is good for, its login session says.
 */
@Component
public class LoginCookie {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** The token that the browser has, if any. */
    public Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name(request)) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Gives the browser a token. */
    public void write(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, token, LONGEST);
    }

    /** Takes it back. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static String name(HttpServletRequest request) {
        return CookieNames.ofHost(LoginSessions.COOKIE, request.isSecure());
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
