package dev.gangway.browser;

import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import org.springframework.stereotype.Component;

/** Accounts that can log in at the page, each test its own. */
@Component
class People {

    static final String PASSWORD = "quince ladder motet 41";

    private final Accounts accounts;
    private final Ids ids;

    People(Accounts accounts, Ids ids) {
        this.accounts = accounts;
        this.ids = ids;
    }

    Known user() {
        return known(Role.USER);
    }

    Known admin() {
        return known(Role.ADMIN);
    }

    Known trainer() {
        return known(Role.TRAINER);
    }

    private Known known(Role role) {
        String name = "p" + ids.next();
        return switch (accounts.create(NewAccount.named(name, role), PASSWORD)) {
            case AccountOutcome.Saved(var account) -> new Known(account.id(), name);
            case AccountOutcome.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    record Known(UserId id, String name) {}
}
