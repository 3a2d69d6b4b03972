package dev.gangway.account;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider says about someone who logged in there, after everything about it was checked.
 *
 * @param issuer who says so; at most 512 characters
 * @param userId the provider's subject, which is the account's id here
 * @param name how the provider calls the person; only a wish, since names are unique here
 * @param email at most 320 characters, or null
 * @param roles what the provider says the person may do, or null where roles are given here
 * @param issuedAt when it said so
 */
public record SignOn(
        String issuer,
        UserId userId,
        @Nullable String name,
        @Nullable String email,
        @Nullable Set<Role> roles,
        Instant issuedAt) {

    public SignOn {
        roles = roles == null ? null : Set.copyOf(roles);
    }
}
