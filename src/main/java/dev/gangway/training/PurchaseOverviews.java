package dev.gangway.training;

import dev.gangway.base.UserId;
import dev.gangway.training.internal.PurchaseOverviewStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchases as administrators look through them; a page is one statement, whatever is on it. */
@Service
@Transactional(readOnly = true)
public class PurchaseOverviews {

    private final PurchaseOverviewStore store;

    PurchaseOverviews(PurchaseOverviewStore store) {
        this.store = store;
    }

    /**
     * The next purchases, the newest first.
     *
     * @param before the last one of the page before; null: the first page
     */
    public List<PurchaseRow> page(PurchaseFilter filter, @Nullable UUID before, int limit) {
        return store.page(filter, before, limit);
    }

    /** One purchase as it stands in the list. */
    public Optional<PurchaseRow> find(UUID purchase) {
        return store.find(purchase);
    }

    /** How many purchases wait for a trainer. */
    public int waiting() {
        return store.waiting();
    }

    /** The lessons of a purchase whose tutoring sessions are missing or wrong; those that are not named agree. */
    public Map<UUID, SyncState> disagreements(UUID purchase) {
        return store.disagreements(purchase);
    }

    /** What students and trainers are called; who is erased is not in it. */
    public Map<UserId, String> names(Collection<UserId> people) {
        return store.names(people);
    }
}
