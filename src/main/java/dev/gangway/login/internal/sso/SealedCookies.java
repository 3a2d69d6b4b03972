package dev.gangway.login.internal.sso;

import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.SecretUnreadable;
import dev.gangway.base.secret.Secrets;
import dev.gangway.base.web.CookieNames;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Keeps short texts in the browser that nobody but our replicas can read or make: encrypted and bound to the cookie's
 * name. So nothing is lost when a replica stops in the middle of a log-in.
 */
@Component
public class SealedCookies {

    /** Browsers drop cookies of more than 4096 bytes with name and attributes. */
    private static final int LONGEST = 3800;

    private final Secrets secrets;

    SealedCookies(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What the cookie keeps; empty where it is missing, was changed, or is another's. */
    Optional<String> read(HttpServletRequest request, String name) {
        return cookies(request).stream()
                .filter(cookie -> cookie.getName().equals(CookieNames.ofHost(name, request.isSecure())))
                .map(cookie -> open(name, cookie.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The names of the cookies that begin so. */
    List<String> names(HttpServletRequest request, String prefix) {
        String marked = CookieNames.ofHost(prefix, request.isSecure());
        return cookies(request).stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(marked))
                .map(name -> prefix + name.substring(marked.length()))
                .toList();
    }

    /** Keeps a text; one that is too long for a cookie is not kept. */
    void write(HttpServletRequest request, HttpServletResponse response, String name, String text, Duration age) {
        Sealed sealed = secrets.seal(text, context(name));
        String value =
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.ciphertext()) + "." + sealed.keyId();
        if (value.length() <= LONGEST) {
            set(request, response, name, value, age);
        }
    }

    void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        set(request, response, name, "", Duration.ZERO);
    }

    private Optional<String> open(String name, String value) {
        int dot = value.lastIndexOf('.');
        try {
            return Optional.of(secrets.open(
                    new Sealed(
                            Base64.getUrlDecoder().decode(value.substring(0, Math.max(0, dot))),
                            Long.parseLong(value.substring(dot + 1))),
                    context(name)));
        } catch (SecretUnreadable | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(CookieNames.ofHost(name, request.isSecure()), value)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .path("/") // a cookie of the host alone has no other
                        .maxAge(age)
                        .build()
                        .toString());
    }

    private static List<Cookie> cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? List.of() : Arrays.asList(cookies);
    }

    private static String context(String name) {
        return "cookie/" + name;
    }
}
