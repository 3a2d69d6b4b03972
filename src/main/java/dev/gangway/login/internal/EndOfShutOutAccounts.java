package dev.gangway.login.internal;

import dev.gangway.account.AccountShutOut;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends all login sessions of an account that was disabled or got another password, in the transaction of that. */
@Component
class EndOfShutOutAccounts {

    private static final UUID NONE_KEPT = new UUID(0, 0);

    private final LoginSessionStore store;
    private final Clock clock;

    EndOfShutOutAccounts(LoginSessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void on(AccountShutOut account) {
        store.endOthers(account.userId(), NONE_KEPT, clock.instant());
    }
}
