package dev.gangway.account;

import dev.gangway.account.internal.AccountRepository;
import dev.gangway.account.internal.OwnAccountStore;
import dev.gangway.account.internal.PasswordLinkStore;
import dev.gangway.account.internal.StoredAccount;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.OneLine;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.SecurityEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds, makes and changes accounts. */
@Service
@Transactional
public class Accounts {

    private static final int LONGEST_NAME = 255;

    private final AccountRepository accounts;
    private final OwnAccountStore own;
    private final PasswordLinkStore links;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            OwnAccountStore own,
            PasswordLinkStore links,
            Passwords passwords,
            PasswordPolicy policy,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.own = own;
        this.links = links;
        this.passwords = passwords;
        this.policy = policy;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account with the id. */
    @Transactional(readOnly = true)
    public Optional<Account> find(UserId id) {
        return accounts.findById(id.value()).map(Accounts::account);
    }

    /** The account with the name, however it is written. */
    @Transactional(readOnly = true)
    public Optional<Account> findByName(String username) {
        return accounts.findByName(username.strip()).map(Accounts::account);
    }

    /** Whether an enabled account with the role exists. */
    @Transactional(readOnly = true)
    public boolean anyWith(Role role) {
        return accounts.existsWithRole(role);
    }

    /** Makes an account that cannot log in with a password, for imports and identity providers. */
    public AccountOutcome create(NewAccount wanted) {
        List<FieldProblem> problems = problems(wanted);
        return problems.isEmpty() ? saved(wanted, null) : new AccountOutcome.Invalid(problems);
    }

    /** Makes an account with a password chosen by a person. */
    public AccountOutcome create(NewAccount wanted, String password) {
        List<FieldProblem> problems = problems(wanted);
        policy.problem(password, wanted.username()).ifPresent(problems::add);
        return problems.isEmpty() ? saved(wanted, passwords.hash(password)) : new AccountOutcome.Invalid(problems);
    }

    /** Makes an account for demonstrations, whose password everyone knows and no rule holds for. */
    Account createForDemo(NewAccount wanted, String passwordHash) {
        return store(wanted, passwordHash);
    }

    /**
     * Disables the account with the name where its password is one that everyone knows, and ends its login sessions.
     *
     * @return whether it was
     */
    boolean shutOut(String username, String known) {
        Optional<StoredAccount> open = accounts.findByName(username)
                .filter(account -> account.enabled() && passwords.matches(known, account.passwordHash()));
        open.ifPresent(account -> {
            UserId id = new UserId(account.getId());
            account.disable(clock.instant());
            accounts.saveAndFlush(account); // its row first, as everybody who ends a link
            links.end(id);
            trail.record(AuditEvent.bySystem("account.disabled").about(id));
            events.publishEvent(new AccountShutOut(id));
        });
        return open.isPresent();
    }

    /**
     * Sets a password that the owner chose by a link; whoever is logged in with the account has to go.
     *
     * @param hash of a password that was {@linkplain ChosenPasswords checked}
     */
    AccountOutcome setPassword(UserId id, String hash) {
        return setPassword(hash, "link", new AccountShutOut(id));
    }

    /**
     * Sets a password that the owner chose who proved to know the present one; who else is logged in with the account has to go.
     *
     * @param proven what they proved to know
     * @param hash of a password that was {@linkplain ChosenPasswords checked}
     * @return empty where the account has another password by now, or was disabled
     */
    Optional<AccountOutcome> setPassword(Caller owner, PasswordMark proven, String hash) {
        return own.holdPassword(owner.userId())
                .filter(proven::isOf)
                .map(present -> setPassword(hash, "owner", new AccountShutOut(owner.userId(), owner.loginSessionId())));
    }

    private AccountOutcome setPassword(String hash, String by, AccountShutOut others) {
        UserId id = others.userId();
        StoredAccount account = accounts.findById(id.value()).orElseThrow();
        account.changePassword(hash, clock.instant());
        accounts.saveAndFlush(account); // its row first, as everybody who ends a link
        links.end(id);
        events.publishEvent(others);
        SecurityEvent.PASSWORD_CHANGED.log(id, "by=" + by);
        return new AccountOutcome.Saved(account(account));
    }

    /** Gives the account exactly these roles. */
    public void changeRoles(UserId id, Set<Role> roles) {
        StoredAccount account = accounts.findById(id.value()).orElseThrow();
        boolean taken = !roles.containsAll(account.roles());
        account.changeRoles(roles, clock.instant());
        if (taken) {
            events.publishEvent(new RolesTaken(id));
        }
    }

    /** The language (null: as the browser says) and the appearance (SYSTEM, LIGHT, DARK) that the account chose. */
    @Transactional(readOnly = true)
    public Optional<PageChoice> choice(UserId id) {
        return accounts.findById(id.value()).map(account -> new PageChoice(account.language(), account.appearance()));
    }

    /** Keeps what the account chose. */
    public void choose(UserId id, PageChoice choice) {
        if (!own.prefer(id, choice)) {
            throw new NoSuchElementException("There is no account " + id);
        }
    }

    private AccountOutcome saved(NewAccount wanted, @Nullable String passwordHash) {
        return new AccountOutcome.Saved(store(wanted, passwordHash));
    }

    private Account store(NewAccount wanted, @Nullable String passwordHash) {
        UserId id = wanted.id();
        StoredAccount account = new StoredAccount(
                id == null ? ids.next().toString() : id.value(),
                wanted.username().strip(),
                wanted.email(),
                wanted.roles(),
                clock.instant());
        if (passwordHash != null) {
            account.changePassword(passwordHash, clock.instant());
        }
        return account(accounts.saveAndFlush(account));
    }

    private List<FieldProblem> problems(NewAccount wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = wanted.username().strip();
        if (name.isEmpty()) {
            problems.add(FieldProblem.of("username", "account.username.missing"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of("username", "account.username.too_long", LONGEST_NAME));
        } else if (!OneLine.isOne(name)) {
            problems.add(FieldProblem.of("username", "account.username.characters"));
        } else if (accounts.findByName(name).isPresent()) {
            problems.add(FieldProblem.of("username", "account.username.taken"));
        }
        UserId id = wanted.id();
        if (id != null && accounts.findById(id.value()).isPresent()) {
            problems.add(FieldProblem.of("id", "account.id.taken"));
        }
        return problems;
    }

    static Account account(StoredAccount stored) {
        return new Account(
                new UserId(stored.getId()),
                stored.username(),
                stored.email(),
                stored.roles(),
                stored.enabled(),
                stored.passwordHash() != null);
    }
}
