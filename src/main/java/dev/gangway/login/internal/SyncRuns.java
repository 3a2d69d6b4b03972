package dev.gangway.login.internal;

import dev.gangway.base.Transactions;
import dev.gangway.login.SyncListener;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Begins synchronisations. */
@Component
public class SyncRuns {

    private final CopyMending mending;
    private final Transactions transactions;
    private final Clock clock;

    SyncRuns(CopyMending mending, Transactions transactions, Clock clock) {
        this.mending = mending;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Begins one, whose listener is told what it does. */
    public SyncRun begin(SyncListener listener) {
        return new SyncRun(mending, transactions, clock, listener);
    }
}
