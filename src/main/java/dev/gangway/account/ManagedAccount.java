package dev.gangway.account;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param account the account
 * @param issuer the identity provider that it belongs to, or null for one of our own
 * @param rolesByIssuer whether the identity provider gives the roles, so that nobody can change them here
 * @param version counts the changes; for guarding the next one
 * @param sortKey the name as lists order it
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record ManagedAccount(
        Account account,
        @Nullable String issuer,
        boolean rolesByIssuer,
        int version,
        String sortKey,
        Instant createdAt,
        Instant updatedAt)
        implements Serializable {

    /** What of it can be changed. */
    public AccountChange values() {
        return new AccountChange(account.username(), account.email(), account.roles(), account.enabled(), null);
    }
}
