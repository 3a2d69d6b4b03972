package dev.gangway.account;

import dev.gangway.account.internal.AccountErasureStore;
import dev.gangway.account.internal.PasswordLinkStore;
import dev.gangway.account.internal.SignedOnAccountStore;
import dev.gangway.account.internal.SignedOnAccountStore.Found;
import dev.gangway.base.OneLine;
import dev.gangway.base.Transactions;
import dev.gangway.base.security.Role;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The accounts of people who log in at an identity provider: made at the first log-in, with the provider's subject as id,
 * and their roles and address brought up to date at each.
 *
 * <p>An account is known by its id and issuer alone, never by a name or address that the provider tells: whoever calls
 * themselves {@code admin} over there gets an account with another name here. An account with a password, or of another
 * issuer, is not given away even where its id is the same. One without either, made by an import or an administrator in
 * advance, becomes the provider's at its first log-in (ADR 17), which ends an open link to choose a password.
 */
@Service
public class SignedOnAccounts {

    private static final int LONGEST_NAME = 255;

    private final SignedOnAccountStore store;
    private final PasswordLinkStore links;
    private final AccountErasureStore erasures;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;
    private final Clock clock;

    SignedOnAccounts(
            SignedOnAccountStore store,
            PasswordLinkStore links,
            AccountErasureStore erasures,
            ApplicationEventPublisher events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.erasures = erasures;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The account of someone whom the provider let in, unless it is not theirs to use. */
    public SignOnOutcome enter(SignOn signOn) {
        return transactions.inOne(() -> {
            Optional<Found> found = store.lock(signOn.userId());
            if (found.isEmpty() && erasures.wasErasedSince(signOn.userId(), signOn.issuedAt())) {
                return new SignOnOutcome.Erased();
            }
            if (found.isEmpty()) {
                if (make(signOn)) {
                    return accepted(signOn);
                }
                found = store.lock(signOn.userId()); // made at the same moment by another request
            }
            return found.map(account -> again(signOn, account)).orElseGet(SignOnOutcome.Foreign::new);
        });
    }

    private boolean make(SignOn signOn) {
        for (String name : names(signOn)) {
            if (store.insert(signOn, name, roles(signOn), clock.instant())) {
                return true;
            }
        }
        return false;
    }

    private SignOnOutcome again(SignOn signOn, Found found) {
        boolean ours =
                found.issuer() == null ? !found.hasPassword() : signOn.issuer().equals(found.issuer());
        if (!ours) {
            return new SignOnOutcome.Foreign();
        }
        if (!found.enabled()) {
            return new SignOnOutcome.Disabled();
        }
        if (found.signedOnAt() == null || !found.signedOnAt().isAfter(signOn.issuedAt())) {
            if (found.issuer() == null) {
                links.end(signOn.userId());
            }
            if (store.refresh(signOn, clock.instant())) {
                events.publishEvent(new RolesTaken(signOn.userId()));
            }
        }
        return accepted(signOn);
    }

    private SignOnOutcome accepted(SignOn signOn) {
        return new SignOnOutcome.Accepted(store.read(signOn.userId()));
    }

    private static Set<Role> roles(SignOn signOn) {
        Set<Role> roles = signOn.roles();
        return roles == null ? Set.of(Role.USER) : roles;
    }

    /** The wish first, then what is less nice and freer; the last one is taken only by intent. */
    private static Set<String> names(SignOn signOn) {
        String id = signOn.userId().value();
        Set<String> names = new LinkedHashSet<>();
        for (String wish : new String[] {signOn.name(), signOn.email()}) {
            String name = wish == null ? "" : wish.strip();
            if (!name.isEmpty() && name.length() <= LONGEST_NAME && OneLine.isOne(name)) {
                names.add(name);
            }
        }
        names.add(id);
        String marked = "sso:" + id;
        names.add(marked.length() <= LONGEST_NAME ? marked : marked.substring(0, LONGEST_NAME));
        return names;
    }
}
