package dev.gangway.login.internal.sso;

import dev.gangway.account.SignOn;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.login.SingleSignOnProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;

/** Reads from the claims of a checked token who the person is and what they may do. */
@Component
public class ClaimsOfPerson {

    private static final int LONGEST_EMAIL = 320;

    private final SingleSignOnProperties properties;
    private final Issuer issuer;
    private final Clock clock;

    ClaimsOfPerson(SingleSignOnProperties properties, Issuer issuer, Clock clock) {
        this.properties = properties;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * What the claims say.
     *
     * @throws BadJwtException where the subject cannot be an account's id
     */
    SignOn read(Map<String, Object> claims, @Nullable Instant issuedAt) {
        Instant now = clock.instant();
        return new SignOn(
                issuer.name(),
                subject(claims.get("sub")),
                text(claims, properties.usernameClaim()),
                email(claims),
                properties.rolesClaim().isBlank() ? null : roles(claims),
                issuedAt == null || issuedAt.isAfter(now) ? now : issuedAt);
    }

    /** Whether nothing is said about roles although that would count. */
    boolean lacksRoles(Map<String, Object> claims) {
        return !properties.rolesClaim().isBlank() && find(claims, properties.rolesClaim()) == null;
    }

    /** The claim that the path to the roles begins with. */
    String rootOfRoles(Map<String, Object> claims) {
        String path = properties.rolesClaim();
        return claims.containsKey(path) || path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.'));
    }

    private static UserId subject(@Nullable Object subject) {
        if (!(subject instanceof String id) || id.isBlank() || id.chars().anyMatch(Character::isISOControl)) {
            throw new BadJwtException("The subject is missing or not a text");
        }
        try {
            return new UserId(id);
        } catch (IllegalArgumentException tooLong) {
            throw new BadJwtException("The subject is too long", tooLong);
        }
    }

    /** An address that the provider itself doubts is not taken. */
    private static @Nullable String email(Map<String, Object> claims) {
        String email = text(claims, "email");
        boolean doubted = String.valueOf(claims.get("email_verified")).equals("false");
        return email == null || doubted || email.length() > LONGEST_EMAIL ? null : email;
    }

    private static @Nullable String text(Map<String, Object> claims, String path) {
        return find(claims, path) instanceof String text && !text.isBlank() && text.indexOf('\0') < 0
                ? text.strip()
                : null;
    }

    /** USER where nothing that is known is said. */
    private Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Object said = find(claims, properties.rolesClaim());
        Stream<String> names = said instanceof Collection<?> many
                ? many.stream().map(String::valueOf)
                : said instanceof String one ? Arrays.stream(one.split("[\\s,]+")) : Stream.empty();
        names.forEach(name -> {
            for (Role role : Role.values()) {
                if (means(name, role)) {
                    roles.add(role);
                }
            }
        });
        return roles.isEmpty() ? Set.of(Role.USER) : roles;
    }

    private boolean means(String name, Role role) {
        return properties.roleNames().isEmpty()
                ? name.toUpperCase(Locale.ROOT).equals(role.name())
                : properties.roleNames().stream()
                        .anyMatch(entry -> SingleSignOnProperties.role(entry) == role
                                && entry.substring(0, entry.lastIndexOf(':'))
                                        .strip()
                                        .equals(name));
    }

    /** A claim by its whole name, which may have dots itself ({@code https://example.org/roles}), else by its path. */
    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, path.substring(dot + 1))
                : null;
    }
}
