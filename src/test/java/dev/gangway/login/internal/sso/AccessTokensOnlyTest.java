package dev.gangway.login.internal.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class AccessTokensOnlyTest {

    private static final Map<String, Object> NOTHING_MORE = Map.of("sub", "ada", "aud", List.of("gangway"));

    @Test
    void aTokenThatSaysWhatItIsIsTakenAtItsWord() {
        assertThat(passes("at+jwt", NOTHING_MORE)).isTrue();
        assertThat(passes("application/AT+JWT", NOTHING_MORE)).isTrue();
        assertThat(passes("JWT", Map.of("typ", "Bearer", "nonce", "of an older Keycloak")))
                .isTrue();
        assertThat(passes("JWT", Map.of("token_use", "access"))).isTrue();

        assertThat(passes("JWT", Map.of("typ", "ID", "aud", List.of("gangway"))))
                .isFalse();
        assertThat(passes("JWT", Map.of("typ", "Refresh"))).isFalse();
        assertThat(passes("JWT", Map.of("token_use", "id"))).isFalse();
        assertThat(passes("logout+jwt", NOTHING_MORE)).isFalse();
    }

    @Test
    void oneThatDoesNotSayItMustLookLikeNoIdToken() {
        assertThat(passes("JWT", NOTHING_MORE)).isTrue();
        assertThat(passes(null, NOTHING_MORE)).isTrue();

        assertThat(passes("JWT", Map.of("nonce", "n"))).isFalse();
        assertThat(passes("JWT", Map.of("at_hash", "h"))).isFalse();
        assertThat(passes(null, Map.of("aud", List.of("gangway", "gangway-web"))))
                .isFalse();
    }

    @Test
    void whereAScopeIsAskedForATokenForLessIsRefused() {
        AccessTokensOnly guard = new AccessTokensOnly("gangway-web", "gangway.use");

        assertThat(passes(guard, "JWT", Map.of("scope", "openid gangway.use"))).isTrue();
        assertThat(passes(guard, "JWT", Map.of("scp", List.of("gangway.use")))).isTrue();
        assertThat(passes(guard, "JWT", Map.of("scope", "openid gangway.used"))).isFalse();
        assertThat(passes(guard, "JWT", NOTHING_MORE)).isFalse();
    }

    private static boolean passes(@Nullable String type, Map<String, Object> claims) {
        return passes(new AccessTokensOnly("gangway-web", null), type, claims);
    }

    private static boolean passes(AccessTokensOnly guard, @Nullable String type, Map<String, Object> claims) {
        Jwt token = Jwt.withTokenValue("t")
                .headers(headers -> {
                    headers.put("alg", "RS256");
                    if (type != null) {
                        headers.put("typ", type);
                    }
                })
                .claims(all -> {
                    all.put("iss", "https://login.example.org");
                    all.putAll(claims);
                })
                .build();
        return !guard.validate(token).hasErrors();
    }
}
