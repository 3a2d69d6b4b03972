package dev.gangway.login;

import dev.gangway.base.secret.SecretText;
import dev.gangway.base.security.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The identity provider, {@code gangway.sso.*}. There is one, because an account's id is its subject, and subjects of two
 * providers may be the same.
 *
 * @param issuer its address as its tokens name it, https (http on loopback); without one there is no single sign-on
 * @param clientId how it knows us; without one only bearer tokens are taken, and the log-in page shows no button
 * @param clientSecret proves that it is us; without one we are a public client, which proof keys protect
 * @param name what the button on the log-in page calls it
 * @param scopes what is asked for; {@code openid} is always among them
 * @param audiences of bearer tokens, one of which has to be in {@code aud}
 * @param requiredScope that a bearer token must have been issued for; without one any access token for us is taken
 * @param leastRsaBits shortest RSA key of the provider whose signatures count, 2048 to 8192
 * @param usernameClaim the claim with the name that a new account gets, if it is free
 * @param rolesClaim the claim with the roles, a path with dots such as {@code realm_access.roles}; empty: roles are given
 *     by administrators here
 * @param roleNames what the provider's roles mean, each {@code NAME:ROLE}; none: they are called as ours
 */
@Validated
@ConfigurationProperties("gangway.sso")
public record SingleSignOnProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable SecretText clientSecret,
        @DefaultValue("single sign-on") @NotBlank String name,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("gangway") List<String> audiences,
        @Nullable String requiredScope,
        @DefaultValue("2048") @Min(2048) @Max(8192) int leastRsaBits,
        @DefaultValue("preferred_username") @NotBlank String usernameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue List<String> roleNames) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 512;

    public SingleSignOnProperties {
        issuer = orNull(issuer);
        clientId = orNull(clientId);
        requiredScope = orNull(requiredScope);
        clientSecret = clientSecret == null || clientSecret.reveal().isBlank() ? null : clientSecret;
        scopes = List.copyOf(scopes);
        audiences = List.copyOf(audiences);
        roleNames = List.copyOf(roleNames);
        require(
                issuer == null || isAllowed(issuer),
                "gangway.sso.issuer = \"" + issuer
                        + "\": must be an https address, or http on loopback, without ? and #");
        require(clientId == null || issuer != null, "gangway.sso.client-id needs gangway.sso.issuer");
        require(clientSecret == null || clientId != null, "gangway.sso.client-secret needs gangway.sso.client-id");
        require(
                clientId == null || scopes.contains("openid"),
                "gangway.sso.scopes = \"" + String.join(",", scopes) + "\": must contain openid");
        require(
                issuer == null || (!audiences.isEmpty() && audiences.stream().noneMatch(String::isBlank)),
                "gangway.sso.audiences: must name at least one audience");
        require(
                clientId == null || !audiences.contains(clientId),
                "gangway.sso.audiences = \"" + String.join(",", audiences)
                        + "\": must not contain gangway.sso.client-id, because ID tokens, which are for the client,"
                        + " would be taken for access tokens; have the provider issue access tokens for an audience of"
                        + " their own");
        require(
                requiredScope == null || !requiredScope.contains(" "),
                "gangway.sso.required-scope = \"" + requiredScope + "\": must be one scope, without blanks");
        roleNames.forEach(SingleSignOnProperties::role);
    }

    /** Whether tokens of a provider are taken. */
    public boolean isOn() {
        return issuer != null;
    }

    /** Whether people can log in there with their browser. */
    public boolean isForBrowsers() {
        return clientId != null;
    }

    /** What a {@code NAME:ROLE} means. */
    public static Role role(String nameAndRole) {
        int colon = nameAndRole.lastIndexOf(':');
        try {
            require(colon > 0, "");
            return Role.valueOf(nameAndRole.substring(colon + 1).strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "gangway.sso.role-names = \"" + nameAndRole + "\": must be NAME:USER, NAME:TRAINER or NAME:ADMIN");
        }
    }

    private static boolean isAllowed(String issuer) {
        try {
            URI address = URI.create(issuer);
            String host = address.getHost();
            return host != null
                    && issuer.length() <= LONGEST
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && ("https".equals(address.getScheme())
                            || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
