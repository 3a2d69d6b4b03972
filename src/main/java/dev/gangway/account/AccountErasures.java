package dev.gangway.account;

import dev.gangway.account.internal.AccountErasureStore;
import dev.gangway.base.UserId;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes accounts with everything that hangs on them, in the transaction of whoever erases the rest. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AccountErasures {

    private final AccountErasureStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountErasures(AccountErasureStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether nobody else could manage accounts without this one. What it answers holds until the transaction ends: of
     * two administrators who erase themselves at once, the second waits and is then the last.
     */
    public boolean isLastAdministrator(UserId id) {
        return store.isLastAdministrator(id);
    }

    /** Deletes the account; every row that names it by a foreign key goes too, on every path and at once. */
    public void delete(UserId id) {
        events.publishEvent(new AccountShutOut(id));
        store.delete(id, clock.instant());
    }
}
