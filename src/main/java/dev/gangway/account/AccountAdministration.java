package dev.gangway.account;

import dev.gangway.account.internal.Administrators;
import dev.gangway.account.internal.ManagedAccountStore;
import dev.gangway.account.internal.PasswordLinkStore;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.Message;
import dev.gangway.base.OneLine;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.SecurityEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * What administrators do with accounts: find, make, change, disable. Each change is guarded against others' and against
 * losing the last administrator or oneself, and is recorded in the audit trail, all in one transaction.
 */
@Service
public class AccountAdministration {

    /** More than a person would read through; whoever gets so many types more. */
    private static final int MOST_INSIDE = 200;

    private final ManagedAccountStore store;
    private final PasswordLinkStore links;
    private final Administrators administrators;
    private final AccountRules rules;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    AccountAdministration(
            ManagedAccountStore store,
            PasswordLinkStore links,
            Administrators administrators,
            AccountRules rules,
            Passwords passwords,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.administrators = administrators;
        this.rules = rules;
        this.passwords = passwords;
        this.trail = trail;
        this.events = events;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account. */
    public Optional<ManagedAccount> find(UserId id) {
        return store.find(id);
    }

    /**
     * A page of accounts in the order of their names: first those whose names begin with the text, as many pages as there
     * are, then those that hold it anywhere in name, address or id.
     *
     * @param after the last one of the page before; null: the first page
     */
    public AccountPage page(AccountFilter filter, @Nullable AccountPosition after, int limit) {
        if (!OneLine.isOne(filter.text())) {
            return new AccountPage(List.of(), false, false); // names, addresses and ids are of one line
        }
        List<ManagedAccount> begin = store.page(filter, after, limit + 1);
        if (begin.size() > limit) {
            return new AccountPage(begin.subList(0, limit), true, false);
        }
        List<ManagedAccount> found = new ArrayList<>(begin);
        found.addAll(store.containing(filter, MOST_INSIDE + 1));
        boolean cut = found.size() - begin.size() > MOST_INSIDE;
        return new AccountPage(cut ? found.subList(0, found.size() - 1) : found, false, cut);
    }

    /**
     * Makes an account.
     *
     * @param id what an identity provider calls the person; null: an id of our own is made
     */
    public AdministrationOutcome create(UserId admin, @Nullable UserId id, AccountChange wanted) {
        UserId chosen = id == null ? new UserId(ids.next().toString()) : id;
        List<FieldProblem> problems = new ArrayList<>(rules.problems(wanted));
        if (id != null && store.find(id).isPresent()) {
            problems.add(FieldProblem.of("id", "account.id.taken"));
        }
        if (!problems.isEmpty()) {
            return new AdministrationOutcome.Invalid(problems);
        }
        String hash = wanted.password() == null ? null : passwords.hash(wanted.password());
        return nameSettled(() -> make(admin, chosen, wanted, hash));
    }

    /** Changes the account, or makes it where there is none with the id and nobody knew of one. */
    public AdministrationOutcome put(UserId admin, UserId id, AccountChange wanted, ChangeBasis basis) {
        return put(admin, id, wanted, basis, now -> wanted);
    }

    /** As {@link #put}, but whether it may log in stays as it is; one that is made may. */
    public AdministrationOutcome putButEnabled(UserId admin, UserId id, AccountChange wanted, ChangeBasis basis) {
        return put(
                admin,
                id,
                wanted.enabled(true),
                basis,
                now -> wanted.enabled(now.account().enabled()));
    }

    private AdministrationOutcome put(
            UserId admin,
            UserId id,
            AccountChange wanted,
            ChangeBasis basis,
            Function<ManagedAccount, AccountChange> changed) {
        List<FieldProblem> problems = rules.problems(wanted);
        if (!problems.isEmpty()) {
            return new AdministrationOutcome.Invalid(problems);
        }
        String hash = wanted.password() == null ? null : passwords.hash(wanted.password());
        return nameSettled(() -> {
            administrators.hold();
            Optional<ManagedAccount> now = store.hold(id);
            if (now.isPresent()) {
                return change(admin, now.get(), changed.apply(now.get()), hash, basis);
            }
            return basis.known() ? new AdministrationOutcome.Unknown() : make(admin, id, wanted, hash);
        });
    }

    /** Lets nobody log in with the account any more, and ends its login sessions at once. */
    public AdministrationOutcome disable(UserId admin, UserId id, ChangeBasis basis) {
        return nameSettled(() -> {
            administrators.hold();
            return store.hold(id)
                    .map(now -> change(admin, now, now.values().enabled(false), null, basis))
                    .orElseGet(AdministrationOutcome.Unknown::new);
        });
    }

    private AdministrationOutcome make(UserId admin, UserId id, AccountChange wanted, @Nullable String hash) {
        if (store.isTaken(wanted.username(), id) || !store.insert(id, wanted, hash, clock.instant())) {
            return taken();
        }
        trail.record(AuditEvent.by(admin, "account.created")
                .about(id)
                .with("roles", AccountRules.names(wanted.roles()))
                .personal("username", wanted.username()));
        return new AdministrationOutcome.Saved(store.find(id).orElseThrow(), true);
    }

    private AdministrationOutcome change(
            UserId admin, ManagedAccount now, AccountChange wanted, @Nullable String hash, ChangeBasis basis) {
        List<FieldConflict> conflicts = new ArrayList<>();
        AccountChange values = rules.merged(now, wanted, basis, conflicts);
        if (!conflicts.isEmpty()) {
            return new AdministrationOutcome.Stale(conflicts);
        }
        List<FieldProblem> problems = rules.problemsFor(now, values);
        if (!problems.isEmpty()) {
            return new AdministrationOutcome.Invalid(problems);
        }
        UserId id = now.account().id();
        if (hash != null && admin.equals(id)) {
            return new AdministrationOutcome.Invalid(
                    List.of(FieldProblem.of("password", "account.password.own_needs_present")));
        }
        if (losesAdministrator(now, values)) {
            if (admin.equals(id)) {
                return new AdministrationOutcome.Refused(Message.of("account.refused.self"));
            }
            if (administrators.isLast(id)) {
                return new AdministrationOutcome.Refused(Message.of("account.refused.last"));
            }
        }
        if (!values.username().equalsIgnoreCase(now.account().username()) && store.isTaken(values.username(), id)) {
            return taken();
        }
        if (hash != null
                || !values.equals(new AccountChange(
                        now.account().username(),
                        now.account().email(),
                        now.account().roles(),
                        now.account().enabled(),
                        values.password()))) {
            store.update(id, values, hash, clock.instant());
            record(admin, now, values, hash != null);
        }
        if (hash != null || (now.account().enabled() && !values.enabled())) {
            links.end(id);
            events.publishEvent(new AccountShutOut(id));
        } else if (!values.roles().containsAll(now.account().roles())) {
            events.publishEvent(new RolesTaken(id));
        }
        return new AdministrationOutcome.Saved(store.find(id).orElseThrow(), false);
    }

    private static boolean losesAdministrator(ManagedAccount now, AccountChange values) {
        return now.account().enabled()
                && now.account().roles().contains(Role.ADMIN)
                && !(values.enabled() && values.roles().contains(Role.ADMIN));
    }

    private void record(UserId admin, ManagedAccount now, AccountChange values, boolean otherPassword) {
        UserId id = now.account().id();
        if (now.account().enabled() != values.enabled()) {
            trail.record(AuditEvent.by(admin, values.enabled() ? "account.enabled" : "account.disabled")
                    .about(id));
        }
        if (!now.account().roles().equals(values.roles())) {
            trail.record(AuditEvent.by(admin, "account.roles_changed")
                    .about(id)
                    .with("before", AccountRules.names(now.account().roles()))
                    .with("after", AccountRules.names(values.roles())));
        }
        if (otherPassword) {
            trail.record(AuditEvent.by(admin, "account.password_reset").about(id));
            SecurityEvent.PASSWORD_CHANGED.log(id, "by=administrator");
        }
        if (!now.account().username().equals(values.username())
                || !now.account().address().equals(Optional.ofNullable(values.email()))) {
            trail.record(AuditEvent.by(admin, "account.changed")
                    .about(id)
                    .personal("username", values.username())
                    .personal("email", values.email() == null ? "" : values.email()));
        }
    }

    private AdministrationOutcome nameSettled(Supplier<AdministrationOutcome> work) {
        try {
            return transactions.inOne(work);
        } catch (DuplicateKeyException takenAtTheSameMoment) {
            return taken();
        }
    }

    private static AdministrationOutcome taken() {
        return new AdministrationOutcome.Invalid(List.of(FieldProblem.of("username", "account.username.taken")));
    }
}
