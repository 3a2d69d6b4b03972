package dev.gangway.login.internal.sso;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Lets only access tokens pass, and of those only the ones that were issued for what is asked for. An ID token tells a
 * client who logged in and is shown around more freely, so it must open nothing.
 *
 * <p>A token that says what it is, as RFC 9068, Keycloak ({@code typ}) and Cognito ({@code token_use}) do, is taken at its
 * word. One that does not say it is none where it bears what only ID tokens have, or is meant for our own client.
 */
class AccessTokensOnly implements OAuth2TokenValidator<Jwt> {

    private static final Set<String> ACCESS = Set.of("at+jwt", "bearer", "access");
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash", "s_hash");

    private final @Nullable String clientId;
    private final @Nullable String scope;

    /**
     * @param clientId how the provider knows us; every ID token for us names it in {@code aud}
     * @param scope that has to be in {@code scope} or {@code scp}, or null
     */
    AccessTokensOnly(@Nullable String clientId, @Nullable String scope) {
        this.clientId = clientId;
        this.scope = scope;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (!isAccessToken(token)) {
            return refused(OAuth2ErrorCodes.INVALID_TOKEN, "Not an access token");
        }
        return scope == null || scopes(token).contains(scope)
                ? OAuth2TokenValidatorResult.success()
                : refused(OAuth2ErrorCodes.INSUFFICIENT_SCOPE, "Issued for less");
    }

    private boolean isAccessToken(Jwt token) {
        String kind = kind(token);
        if (kind != null) {
            return ACCESS.contains(kind);
        }
        List<String> audience = token.getAudience();
        return OF_ID_TOKENS.stream().noneMatch(token::hasClaim)
                && (clientId == null || audience == null || !audience.contains(clientId));
    }

    /** What the token calls itself; null where it says no more than that it is a token. */
    private static @Nullable String kind(Jwt token) {
        for (Object said :
                Arrays.asList(token.getHeaders().get("typ"), claim(token, "typ"), claim(token, "token_use"))) {
            String kind = said == null ? "jwt" : said.toString().toLowerCase(Locale.ROOT);
            kind = kind.startsWith("application/") ? kind.substring("application/".length()) : kind;
            if (!kind.equals("jwt")) {
                return kind;
            }
        }
        return null;
    }

    private static Collection<String> scopes(Jwt token) {
        Object scopes = claim(token, "scope") == null ? claim(token, "scp") : claim(token, "scope");
        return switch (scopes) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> Arrays.asList(scopes.toString().split(" "));
        };
    }

    private static @Nullable Object claim(Jwt token, String name) {
        return token.getClaims().get(name);
    }

    private static OAuth2TokenValidatorResult refused(String code, String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(code, why, null));
    }
}
