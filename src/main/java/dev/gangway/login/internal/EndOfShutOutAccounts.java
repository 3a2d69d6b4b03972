package dev.gangway.login.internal;

import dev.gangway.account.AccountShutOut;
import dev.gangway.account.RolesTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends all login sessions of an account that was disabled, erased or given another password, in the transaction of that; one
 * that lost a role stays logged in, and its open pages begin anew.
 */
@Component
class EndOfShutOutAccounts {

    private final LoginEndings endings;

    EndOfShutOutAccounts(LoginEndings endings) {
        this.endings = endings;
    }

    @EventListener
    void on(AccountShutOut account) {
        endings.endAll(account.userId());
    }

    @EventListener
    void on(RolesTaken account) {
        endings.rolesTaken(account.userId());
    }
}
