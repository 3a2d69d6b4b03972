package dev.gangway.login.internal.sso;

import dev.gangway.base.security.Caller;
import dev.gangway.login.SingleSignOnProperties;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After the log-out here, leads people who came from the provider to its own log-out, which leads back to the log-in page
 * (OpenID Connect RP-Initiated Logout 1.0). Whoever is still logged in was sent here by someone else, and stays so.
 */
class ProviderLogOut extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogOut.class);

    private final Issuer issuer;
    private final LogOutHint hint;
    private final SingleSignOnProperties properties;

    ProviderLogOut(Issuer issuer, LogOutHint hint, SingleSignOnProperties properties) {
        this.issuer = issuer;
        this.hint = hint;
        this.properties = properties;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals(LogOutHint.PATH)
                || !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller) {
            response.sendRedirect(request.getContextPath() + "/");
            return;
        }
        Optional<String> idToken = hint.take(request, response);
        response.sendRedirect(
                idToken.flatMap(token -> address(token, request)).orElse(request.getContextPath() + "/login"));
    }

    private Optional<String> address(String idToken, HttpServletRequest request) {
        try {
            return issuer.endOfSession().map(end -> address(end, idToken, request));
        } catch (IssuerAway away) {
            LOG.warn("Logged out here only: {}", away.getMessage());
            return Optional.empty();
        }
    }

    private String address(URI end, String idToken, HttpServletRequest request) {
        return UriComponentsBuilder.fromUri(end)
                .queryParam("id_token_hint", idToken)
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(
                        Objects.requireNonNull(properties.clientId()),
                        ServletUriComponentsBuilder.fromContextPath(request)
                                .path("/login")
                                .toUriString())
                .toUriString();
    }
}
