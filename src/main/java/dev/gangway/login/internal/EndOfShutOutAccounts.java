package dev.gangway.login.internal;

import dev.gangway.account.AccountShutOut;
import dev.gangway.account.RolesTaken;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends all login sessions of an account that was disabled, erased or given another password, but for the one in which its owner
 * did that, in the transaction of that; one that lost a role stays logged in, and its open pages begin anew.
 */
@Component
class EndOfShutOutAccounts {

    private final LoginEndings endings;

    EndOfShutOutAccounts(LoginEndings endings) {
        this.endings = endings;
    }

    @EventListener
    void on(AccountShutOut account) {
        UUID kept = account.kept();
        if (kept == null) {
            endings.endAll(account.userId());
        } else {
            endings.endOthers(account.userId(), kept);
        }
    }

    @EventListener
    void on(RolesTaken account) {
        endings.rolesTaken(account.userId());
    }
}
