package dev.gangway.account;

import dev.gangway.account.internal.ForeignAccountStore;
import dev.gangway.base.UserId;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes sure that accounts exist which are known from elsewhere by their ids, many at once. */
@Service
@Transactional
public class ForeignAccounts {

    private final ForeignAccountStore store;
    private final Clock clock;

    ForeignAccounts(ForeignAccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Those accounts that existed, and those that were made: without a password, named like their id, with the role USER.
     * One that is in neither could not be made because another account has that name.
     */
    public Known ensure(Collection<UserId> wanted) {
        Set<UserId> existing = store.existing(wanted);
        Set<UserId> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(existing);
        return new Known(existing, missing.isEmpty() ? Set.of() : store.insert(missing, clock.instant()));
    }

    /**
     * Which of the wanted accounts there are.
     *
     * @param existing those that were there
     * @param made those that are new
     */
    public record Known(Set<UserId> existing, Set<UserId> made) {

        public Known {
            existing = Set.copyOf(existing);
            made = Set.copyOf(made);
        }

        /** Whether the account is there now. */
        public boolean has(UserId id) {
            return existing.contains(id) || made.contains(id);
        }
    }
}
