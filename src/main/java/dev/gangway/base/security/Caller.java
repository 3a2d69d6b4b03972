package dev.gangway.base.security;

import dev.gangway.base.UserId;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * The account behind the current request or page; the principal of every authentication of ours.
 *
 * @param userId the account
 * @param username the name it logs in with
 * @param roles what it may do
 * @param loginSessionId the login session it came with
 */
public record Caller(UserId userId, String username, Set<Role> roles, UUID loginSessionId)
        implements Principal, Serializable {

    public Caller {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return userId.value();
    }

    /** Whether the account holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
