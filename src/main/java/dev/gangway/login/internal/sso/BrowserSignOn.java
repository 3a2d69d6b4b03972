package dev.gangway.login.internal.sso;

import dev.gangway.account.SignedOnAccounts;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Proofs;
import dev.gangway.login.SingleSignOnProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The filters of the log-in by browser: {@code /login/sso} leads to the provider, {@code /login/sso/callback} takes the
 * code that it sends back, {@code /logout/sso} leads to its log-out. Put together by hand from Spring Security's parts,
 * since its own configuration keeps what is under way in the HTTP session and asks the provider at the start.
 */
@Component
public class BrowserSignOn {

    /** Where logging out goes on, once nobody is logged in here any more. */
    public static final String AFTER_LOG_OUT = LogOutHint.PATH;

    private final SingleSignOnProperties properties;
    private final Issuer issuer;
    private final IssuerTokens tokens;
    private final ProviderPeople people;
    private final ClaimsOfPerson claims;
    private final AuthorizationCookie underWay;
    private final LogOutHint hint;
    private final SignedOnAccounts accounts;
    private final LoginSessions loginSessions;
    private final Proofs proofs;

    BrowserSignOn(
            SingleSignOnProperties properties,
            Issuer issuer,
            IssuerTokens tokens,
            ProviderPeople people,
            ClaimsOfPerson claims,
            AuthorizationCookie underWay,
            LogOutHint hint,
            SignedOnAccounts accounts,
            LoginSessions loginSessions,
            Proofs proofs) {
        this.properties = properties;
        this.issuer = issuer;
        this.tokens = tokens;
        this.people = people;
        this.claims = claims;
        this.underWay = underWay;
        this.hint = hint;
        this.accounts = accounts;
        this.loginSessions = loginSessions;
        this.proofs = proofs;
    }

    /** Whether it is configured. */
    public boolean isOn() {
        return properties.isForBrowsers();
    }

    /**
     * The filters in their order; none where it is not configured.
     *
     * @param contexts hands a new login session to the browser
     */
    public List<Filter> filters(SecurityContextRepository contexts) {
        return isOn() ? List.of(logOut(), start(), finish(contexts)) : List.of();
    }

    private Filter logOut() {
        return new ProviderLogOut(issuer, hint, properties);
    }

    private Filter start() {
        RequestMatcher asked = path("/login/sso");
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(issuer, "/login");
        OAuth2AuthorizationRequestRedirectFilter start =
                new OAuth2AuthorizationRequestRedirectFilter(new OAuth2AuthorizationRequestResolver() {
                    @Override
                    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
                        return asked.matches(request) ? fresh(request, resolver.resolve(request, Issuer.ID)) : null;
                    }

                    @Override
                    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
                        return null;
                    }
                });
        start.setAuthorizationRequestRepository(underWay);
        start.setAuthenticationFailureHandler(new SignOnFailed());
        return start;
    }

    /** Who has to prove who they are is to log in anew, and the provider is to say when that was (OpenID Connect, 3.1.2.1). */
    private static @Nullable OAuth2AuthorizationRequest fresh(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest made) {
        return made == null || !AuthorizationCookie.isAgain(request)
                ? made
                : OAuth2AuthorizationRequest.from(made)
                        .additionalParameters(more -> more.putAll(Map.of("prompt", "login", "max_age", "0")))
                        .build();
    }

    private Filter finish(SecurityContextRepository contexts) {
        RestClientAuthorizationCodeTokenResponseClient exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(ProviderHttp.tokens());
        OidcAuthorizationCodeAuthenticationProvider provider =
                new OidcAuthorizationCodeAuthenticationProvider(exchange, people);
        provider.setJwtDecoderFactory(registration -> tokens::id);
        OAuth2LoginAuthenticationFilter finish =
                new OAuth2LoginAuthenticationFilter(issuer, new NoTokensKept(), Issuer.REDIRECT_PATH);
        finish.setRequiresAuthenticationRequestMatcher(path(Issuer.REDIRECT_PATH));
        finish.setAuthenticationManager(new ProviderManager(provider));
        finish.setAuthorizationRequestRepository(underWay);
        finish.setAuthenticationSuccessHandler(
                new SignOnSucceeded(claims, accounts, loginSessions, proofs, contexts, hint));
        finish.setAuthenticationFailureHandler(new SignOnFailed());
        return finish;
    }

    private static RequestMatcher path(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, path);
    }
}
