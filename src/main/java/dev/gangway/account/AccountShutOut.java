package dev.gangway.account;

import dev.gangway.base.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account was disabled or got another password, or is about to be erased: whoever is logged in with it has to go, in the same
 * transaction.
 *
 * @param kept the login session in which the owner did it themselves and stays; null: none
 */
public record AccountShutOut(UserId userId, @Nullable UUID kept) {

    /** Everybody has to go. */
    public AccountShutOut(UserId userId) {
        this(userId, null);
    }
}
