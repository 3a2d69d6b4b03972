package dev.gangway.account;

import java.util.List;

/**
 * A page of accounts.
 *
 * @param accounts in the order of their names, those that begin with what was searched before those that only hold it
 * @param more whether another page follows, after the last of these
 * @param cut whether there are more that hold what was searched, which only a longer text would show
 */
public record AccountPage(List<ManagedAccount> accounts, boolean more, boolean cut) {

    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
