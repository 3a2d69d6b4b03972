package dev.gangway.login.internal.sso;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import dev.gangway.login.SingleSignOnProperties;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks tokens of the identity provider: signed by one of its keys with an algorithm of public keys, from this issuer,
 * for us, and in their time. Its keys are fetched when first needed, kept, and fetched anew for a key that is not known
 * yet, but not by every forged token: at most twice in half a minute.
 */
@Component
public class IssuerTokens {

    /** Those of public keys only: never {@code none}, and no shared secret that a public key could be taken for. */
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Collections.unmodifiableSet(EnumSet.allOf(SignatureAlgorithm.class));

    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration KEYS_OUTLAST = Duration.ofHours(4);
    private static final Duration KEYS_PAUSE = Duration.ofSeconds(30);
    private static final int LARGEST_KEYS = 512 * 1024;

    private final Issuer issuer;
    private final SingleSignOnProperties properties;
    private final Clock clock;
    private @Nullable JWKSource<SecurityContext> keys;
    private volatile boolean keysSeen;

    IssuerTokens(Issuer issuer, SingleSignOnProperties properties, Clock clock) {
        this.issuer = issuer;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A bearer token for the API.
     *
     * @throws BadJwtException where it is not good
     * @throws IssuerAway where that cannot be found out
     */
    Jwt bearer(String token) {
        return decode(
                token,
                List.of(
                        new JwtClaimValidator<Object>(JwtClaimNames.EXP, Objects::nonNull),
                        new JwtClaimValidator<List<String>>(
                                JwtClaimNames.AUD,
                                audience ->
                                        audience != null && !Collections.disjoint(audience, properties.audiences())),
                        new AccessTokensOnly(properties.clientId(), properties.requiredScope())));
    }

    /** The token that tells who logged in; as {@link #bearer}. */
    Jwt id(String token) {
        return decode(token, List.of(new OidcIdTokenValidator(issuer.registration())));
    }

    /** A token that the provider gave us for itself, whose audience is not ours to judge; as {@link #bearer}. */
    Jwt signed(String token) {
        return decode(token, List.of());
    }

    private Jwt decode(String token, List<OAuth2TokenValidator<Jwt>> more) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(longEnough(keys()))
                .jwsAlgorithms(allowed -> allowed.addAll(ALGORITHMS))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(inTime(), new JwtIssuerValidator(issuer.name()), new DelegatingOAuth2TokenValidator<>(more))));
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            throw bad;
        } catch (JwtException unknown) {
            if (keysSeen && causedBy(unknown, RateLimitReachedException.class)) {
                throw new BadJwtException("Signed with an unknown key", unknown);
            }
            throw new IssuerAway("The keys of the identity provider cannot be fetched", unknown);
        }
    }

    private JWKSource<SecurityContext> longEnough(JWKSource<SecurityContext> all) {
        return (selector, context) -> all.get(selector, context).stream()
                .filter(key -> !(key instanceof RSAKey rsa) || rsa.size() >= properties.leastRsaBits())
                .toList();
    }

    private JwtTimestampValidator inTime() {
        JwtTimestampValidator validator = new JwtTimestampValidator(Duration.ofSeconds(30));
        validator.setClock(clock);
        return validator;
    }

    private synchronized JWKSource<SecurityContext> keys() {
        JWKSource<SecurityContext> known = keys;
        if (known == null) {
            known = JWKSourceBuilder.create(address(), this::fetch)
                    .cache(
                            KEYS_KEPT.toMillis(),
                            ProviderHttp.READ.multipliedBy(2).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_PAUSE.toMillis())
                    .outageTolerant(KEYS_OUTLAST.toMillis())
                    .build();
            keys = known;
        }
        return known;
    }

    private Resource fetch(URL address) throws IOException {
        Resource fetched = new Straight().retrieveResource(address);
        keysSeen = true;
        return fetched;
    }

    /** Goes nowhere but to the address that the provider names: where else it leads is nobody's word that we check. */
    private static final class Straight extends DefaultResourceRetriever {

        Straight() {
            super((int) ProviderHttp.CONNECT.toMillis(), (int) ProviderHttp.READ.toMillis(), LARGEST_KEYS);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL address) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(address);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }

    private URL address() {
        try {
            return URI.create(Objects.requireNonNull(
                            issuer.registration().getProviderDetails().getJwkSetUri()))
                    .toURL();
        } catch (MalformedURLException | NullPointerException | IllegalArgumentException wrong) {
            throw new IssuerAway("The identity provider does not say where its keys are", wrong);
        }
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
