package dev.gangway.training.api;

import dev.gangway.base.UserId;
import java.util.Optional;

/** Reads ids of accounts as they stand in addresses. */
final class AccountIds {

    private AccountIds() {}

    /** Empty for what can be no account's id. */
    static Optional<UserId> read(String text) {
        return text.isBlank()
                        || text.length() > UserId.MAX_LENGTH
                        || text.chars().anyMatch(Character::isISOControl)
                ? Optional.empty()
                : Optional.of(new UserId(text));
    }
}
