package dev.gangway.account;

import dev.gangway.base.security.Role;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator wants an account to be.
 *
 * @param username 1 to 255 characters, unique however it is written
 * @param email at most 320 characters, or null
 * @param roles at least one
 * @param enabled whether it may log in
 * @param password another password, or null: as it is
 */
public record AccountChange(
        String username,
        @Nullable String email,
        Set<Role> roles,
        boolean enabled,
        @Nullable String password) implements Serializable {

    public AccountChange {
        username = username.strip();
        email = email == null || email.isBlank() ? null : email.strip();
        roles = Set.copyOf(roles);
    }

    /** The same with another word on whether it may log in. */
    public AccountChange enabled(boolean may) {
        return new AccountChange(username, email, roles, may, password);
    }

    @Override
    public String toString() {
        return "AccountChange[" + username + "]"; // a password must not get into a log
    }
}
