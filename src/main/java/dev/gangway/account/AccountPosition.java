package dev.gangway.account;

import dev.gangway.base.UserId;
import java.io.Serializable;

/** Where a page of accounts begins: after this one, in the order of the names. */
public record AccountPosition(String sortKey, UserId id) implements Serializable {

    /** After the account. */
    public static AccountPosition of(ManagedAccount account) {
        return new AccountPosition(account.sortKey(), account.account().id());
    }
}
