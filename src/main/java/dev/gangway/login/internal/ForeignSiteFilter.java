package dev.gangway.login.internal;

import dev.gangway.base.security.SecurityEvent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page begins in a person's name: a log-in, which could put them into a stranger's account
 * unnoticed, one at the identity provider, which lets in without a question whom it knows, and the connection by which the
 * server tells open pages something. Vaadin's log-in form carries no CSRF token, so that it works after a restart too; every
 * browser of today says where a request comes from, and programs that do not say it have no person to deceive.
 *
 * <p>A log-in whose name and password are in its address is refused as well, because addresses are kept in many places.
 */
class ForeignSiteFilter extends OncePerRequestFilter {

    private static final Set<String> OURS = Set.of("same-origin", "none");
    private static final Pattern SECRET_IN_ADDRESS = Pattern.compile("(^|&)(username|password)=");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (is(request, "POST", "/login") && isFromElsewhere(request)) {
            refuse(response, "log_in");
        } else if (is(request, "POST", "/login") && hasSecretsInItsAddress(request)) {
            SecurityEvent.INPUT_REFUSED.log("reason=password_in_address");
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        } else if (is(request, "GET", "/login/sso") && isFromElsewhere(request)) {
            SecurityEvent.FOREIGN_SITE_REFUSED.log("what=sign_on");
            response.sendRedirect(request.getContextPath() + "/login"); // where the person decides
        } else if ("websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)) && !isOfOurPages(request)) {
            refuse(response, "web_socket");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, String what) {
        SecurityEvent.FOREIGN_SITE_REFUSED.log("what=" + what);
        response.setStatus(HttpStatus.FORBIDDEN.value());
    }

    private static boolean is(HttpServletRequest request, String method, String path) {
        return request.getMethod().equals(method) && request.getServletPath().equals(path);
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !OURS.contains(site);
    }

    private static boolean hasSecretsInItsAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && SECRET_IN_ADDRESS.matcher(query).find();
    }

    /** A page cannot choose its origin, nor the host that its browser asks; a proxy may tell another host than it was asked. */
    private static boolean isOfOurPages(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && (isAt(origin, request.getHeader(HttpHeaders.HOST))
                        || isAt(origin, request.getServerName())
                        || isAt(origin, request.getServerName() + ":" + request.getServerPort()));
    }

    private static boolean isAt(String origin, @Nullable String host) {
        return origin.equalsIgnoreCase("https://" + host) || origin.equalsIgnoreCase("http://" + host);
    }
}
