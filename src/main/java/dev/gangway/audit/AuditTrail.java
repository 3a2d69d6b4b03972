package dev.gangway.audit;

import dev.gangway.audit.internal.AuditStore;
import dev.gangway.audit.internal.AuditStore.NewEntry;
import dev.gangway.base.Ids;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what to whose data. Entries are added and never changed, which the database holds by itself; when an account
 * is deleted, its id in the trail becomes a pseudonym in the same transaction and what was personal goes (ADR 14), so
 * that erasing a person needs no call here.
 */
@Service
public class AuditTrail {

    private final AuditStore store;
    private final Ids ids;
    private final Clock clock;

    AuditTrail(AuditStore store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds an entry in the transaction of what was done, so that neither is ever there without the other.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEvent event) {
        record(List.of(event));
    }

    /** Adds entries as {@link #record(AuditEvent)} does, all with one round trip. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AuditEvent> events) {
        store.insert(clock.instant(), entries(events));
    }

    /**
     * Entries as {@link #record(List)} adds them, to be added by a statement of the caller's that would otherwise wait for the
     * database once more.
     *
     * @param part the name of a part of that statement ({@code with}); there are entries only where it has a row
     */
    public AuditInsert inserting(List<AuditEvent> events, String part) {
        return store.inserting(clock.instant(), entries(events), part);
    }

    private List<NewEntry> entries(List<AuditEvent> events) {
        return events.stream().map(event -> new NewEntry(ids.next(), event)).toList();
    }

    /**
     * A page of entries, newest first.
     *
     * @param before the id of the last entry of the page before; null: the first page
     * @param limit at most so many
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> page(AuditFilter filter, @Nullable UUID before, int limit) {
        return store.page(filter, before, limit);
    }
}
