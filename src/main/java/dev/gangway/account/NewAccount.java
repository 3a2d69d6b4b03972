package dev.gangway.account;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param id the id that it came with, or null for one of our own
 * @param username 1 to 255 characters
 * @param email at most 320 characters, or null
 * @param roles what it may do
 */
public record NewAccount(
        @Nullable UserId id, String username, @Nullable String email, Set<Role> roles) {

    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /** One with an id of our own and no address. */
    public static NewAccount named(String username, Role... roles) {
        return new NewAccount(null, username, null, Set.of(roles));
    }
}
