package dev.gangway.account.api;

import dev.gangway.account.AccountChange;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is sent.
 *
 * @param enabled left out: as it is, and true for a new one
 * @param version the version that was read before
 */
record AccountBody(
        @Nullable String username,
        @Nullable String email,
        @Nullable List<@Nullable Role> roles,
        @Nullable String password,
        @Nullable Boolean enabled,
        @Nullable Integer version) {

    List<FieldProblem> missing() {
        List<FieldProblem> missing = new ArrayList<>();
        if (username == null || username.isBlank()) {
            missing.add(FieldProblem.of("username", "problem.field.required"));
        }
        if (roles == null || roles.isEmpty() || roles.contains(null)) {
            missing.add(FieldProblem.of("roles", "problem.field.required"));
        }
        return missing;
    }

    /** What is wanted, where nothing is {@link #missing}; of {@code enabled} only where it is there. */
    AccountChange change() {
        if (username == null || roles == null) {
            throw new IllegalStateException("Something is missing");
        }
        Set<Role> wanted = new HashSet<>();
        for (Role role : roles) {
            if (role != null) {
                wanted.add(role);
            }
        }
        return new AccountChange(username, email, wanted, !Boolean.FALSE.equals(enabled), password);
    }

    @Override
    public String toString() {
        return "AccountBody[" + username + "]"; // a password must not get into a log
    }
}
