package dev.gangway.login.internal.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.account.SignOn;
import dev.gangway.base.secret.SecretText;
import dev.gangway.base.security.Role;
import dev.gangway.login.SingleSignOnProperties;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

class ClaimsOfPersonTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void rolesAreReadByTheirPathAndWhatIsUnknownIsPassedOver() {
        assertThat(roles("roles", List.of(), Map.of("roles", List.of("Admin", "wizard", "offline_access"))))
                .containsExactly(Role.ADMIN);
        assertThat(roles(
                        "realm_access.roles",
                        List.of(),
                        Map.of("realm_access", Map.of("roles", List.of("user", "TRAINER")))))
                .containsExactlyInAnyOrder(Role.USER, Role.TRAINER);
        assertThat(roles(
                        "https://example.org/roles",
                        List.of(),
                        Map.of("https://example.org/roles", List.of("trainer"))))
                .containsExactly(Role.TRAINER);
        assertThat(roles("scope", List.of(), Map.of("scope", "openid admin,user")))
                .containsExactlyInAnyOrder(Role.ADMIN, Role.USER);
    }

    @Test
    void whoIsToldToBeNothingIsAUser() {
        assertThat(roles("roles", List.of(), Map.of())).containsExactly(Role.USER);
        assertThat(roles("roles", List.of(), Map.of("roles", List.of("boss")))).containsExactly(Role.USER);
        assertThat(roles("roles", List.of(), Map.of("roles", 7))).containsExactly(Role.USER);
        assertThat(roles("a.b", List.of(), Map.of("a", "text"))).containsExactly(Role.USER);
    }

    @Test
    void whereNamesAreGivenOnlyTheyCount() {
        List<String> names = List.of("gw:boss:ADMIN", "gw-coach: trainer");
        assertThat(roles("roles", names, Map.of("roles", List.of("gw:boss", "gw-coach"))))
                .containsExactlyInAnyOrder(Role.ADMIN, Role.TRAINER);
        assertThat(roles("roles", names, Map.of("roles", List.of("ADMIN")))).containsExactly(Role.USER);
    }

    @Test
    void withoutAClaimForThemRolesAreNotTheProviders() {
        assertThat(read("", List.of(), Map.of("roles", List.of("ADMIN"))).roles())
                .isNull();
    }

    @Test
    void whatTheProviderDoubtsOrCannotBeStoredIsNotTaken() {
        assertThat(read("roles", List.of(), Map.of("email", "a@example.org", "email_verified", false))
                        .email())
                .isNull();
        assertThat(read("roles", List.of(), Map.of("email", "x".repeat(321))).email())
                .isNull();
        assertThatThrownBy(() -> read("roles", List.of(), Map.of("sub", 17))).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> read("roles", List.of(), Map.of("sub", "a\u0000b")))
                .isInstanceOf(BadJwtException.class);
    }

    @Test
    void aTokenOfTheFutureDoesNotHoldRolesForLater() {
        ClaimsOfPerson claims = claims("roles", List.of());

        assertThat(claims.read(Map.of("sub", "ada"), NOW.plusSeconds(3600)).issuedAt())
                .isEqualTo(NOW);
    }

    @Test
    void aSecretIsShownOnlyMasked() {
        assertThat(properties("roles", List.of())).asString().doesNotContain("hush");
    }

    private static Set<Role> roles(String path, List<String> names, Map<String, Object> told) {
        return java.util.Objects.requireNonNull(read(path, names, told).roles());
    }

    private static SignOn read(String path, List<String> names, Map<String, Object> told) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("sub", "user_2abc123xyz"));
        all.putAll(told);
        return claims(path, names).read(all, NOW);
    }

    private static ClaimsOfPerson claims(String path, List<String> names) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        SingleSignOnProperties properties = properties(path, names);
        return new ClaimsOfPerson(properties, new Issuer(properties, clock), clock);
    }

    private static SingleSignOnProperties properties(String path, List<String> names) {
        return new SingleSignOnProperties(
                "https://login.example.org",
                "gangway-web",
                new SecretText("hush hush hush 1234"),
                "Harbour",
                List.of("openid"),
                List.of("gangway"),
                null,
                2048,
                "preferred_username",
                path,
                names);
    }
}
