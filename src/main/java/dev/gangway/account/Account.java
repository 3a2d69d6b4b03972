package dev.gangway.account;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can log in, without their password.
 *
 * @param id the opaque id
 * @param username the name to log in with, unique however it is written
 * @param email may be unknown
 * @param roles what the account may do
 * @param enabled a disabled account cannot log in and its tokens are refused
 * @param hasPassword false for accounts made by an import or an identity provider
 */
public record Account(
        UserId id, String username, @Nullable String email, Set<Role> roles, boolean enabled, boolean hasPassword)
        implements Serializable {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** The address, where it is known. */
    public Optional<String> address() {
        return Optional.ofNullable(email);
    }
}
