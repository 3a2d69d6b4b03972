package dev.gangway.login.internal.sso;

import dev.gangway.login.SingleSignOnProperties;
import dev.gangway.login.internal.WantedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a log-in that is under way at the provider in a sealed cookie of its own for ten minutes: state, nonce and proof
 * key, and the page that the person wanted. Any replica can finish it, also after a restart; each can be used once, by
 * the browser that began it. Several tabs may be at it together.
 */
@Component
public class AuthorizationCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String PREFIX = "gangway_sso_";
    private static final String TARGET = "gangway.ssoTarget";
    private static final Duration VALID = Duration.ofMinutes(10);

    /** Log-ins that one browser has under way at once; together they stay below the limit of a request's header. */
    private static final int MOST = 4;

    private static final JsonMapper JSON = new JsonMapper();

    private final SealedCookies cookies;
    private final SingleSignOnProperties properties;
    private final Clock clock;

    AuthorizationCookie(SealedCookies cookies, SingleSignOnProperties properties, Clock clock) {
        this.cookies = cookies;
        this.properties = properties;
        this.clock = clock;
    }

    /** The page that the person wanted before the log-in, as a path on this server. */
    static String target(HttpServletRequest request) {
        return request.getAttribute(TARGET) instanceof String target ? target : "/";
    }

    /** Whether somebody who is logged in is to prove who they are, on the way to something on their account page. */
    static boolean isAgain(HttpServletRequest request) {
        return request.getParameter("again") != null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        List<String> others = cookies.names(request, PREFIX);
        if (others.size() >= MOST) {
            others.forEach(name -> cookies.clear(request, response, name));
        }
        Kept kept = new Kept(
                Objects.requireNonNull(wanted.getState()),
                Objects.requireNonNull(wanted.getAttribute(OidcParameterNames.NONCE)),
                Objects.requireNonNull(wanted.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                Objects.requireNonNull(wanted.getRedirectUri()),
                isAgain(request) ? "/account" : WantedPage.of(request, response),
                clock.instant().plus(VALID).toEpochMilli());
        cookies.write(request, response, name(kept.state()), JSON.writeValueAsString(kept), VALID);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept(request).map(this::request).orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Kept> kept = kept(request);
        kept.ifPresent(found -> {
            request.setAttribute(TARGET, found.target());
            cookies.clear(request, response, name(found.state()));
        });
        return kept.map(this::request).orElse(null);
    }

    private Optional<Kept> kept(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        return state == null
                ? Optional.empty()
                : cookies.read(request, name(state))
                        .flatMap(AuthorizationCookie::parse)
                        .filter(kept -> kept.state().equals(state))
                        .filter(kept -> kept.until() > clock.millis());
    }

    private OAuth2AuthorizationRequest request(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(Objects.requireNonNull(properties.issuer()))
                .clientId(Objects.requireNonNull(properties.clientId()))
                .redirectUri(kept.redirectUri())
                .scopes(Set.copyOf(properties.scopes()))
                .state(kept.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, Issuer.ID,
                        OidcParameterNames.NONCE, kept.nonce(),
                        PkceParameterNames.CODE_VERIFIER, kept.verifier()))
                .build();
    }

    private static Optional<Kept> parse(String json) {
        try {
            return Optional.of(JSON.readValue(json, Kept.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static String name(String state) {
        return PREFIX + UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8));
    }

    record Kept(String state, String nonce, String verifier, String redirectUri, String target, long until) {}
}
