package dev.gangway.account;

import dev.gangway.account.ChosenPasswords.Chosen;
import dev.gangway.account.internal.ManagedAccountStore;
import dev.gangway.account.internal.PasswordLinkStore;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.base.security.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Lets people choose a password by a link that an administrator hands them, for a new account and for a password that was
 * forgotten: nobody but its owner ever knows a password. A link is good once and for some hours, and only the latest of an
 * account; the present password holds until it is used. Another password, disabling the account and an identity provider
 * that takes it over end it. It is no way around a second factor: whoever has one is asked for it
 * at the log-in after it.
 */
@Service
public class PasswordLinks {

    private final PasswordLinkStore links;
    private final ManagedAccountStore accounts;
    private final Accounts people;
    private final ChosenPasswords passwords;
    private final PasswordLogInProperties properties;
    private final Tokens tokens;
    private final AuditTrail trail;
    private final Transactions transactions;
    private final Clock clock;

    PasswordLinks(
            PasswordLinkStore links,
            ManagedAccountStore accounts,
            Accounts people,
            ChosenPasswords passwords,
            PasswordLogInProperties properties,
            Tokens tokens,
            AuditTrail trail,
            Transactions transactions,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.properties = properties;
        this.tokens = tokens;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes a link for somebody else's account. */
    public PasswordLinkOutcome make(UserId admin, UserId id) {
        return transactions.inOne(() -> accounts.hold(id)
                .map(account -> refusal(admin, account)
                        .<PasswordLinkOutcome>map(PasswordLinkOutcome.Refused::new)
                        .orElseGet(() -> made(admin, id)))
                .orElseGet(PasswordLinkOutcome.Unknown::new));
    }

    /** Whose password the link is for; empty where it is not good (any more). */
    public Optional<Account> find(String token) {
        return links.find(tokens.hash(token), clock.instant()).flatMap(people::find);
    }

    /** Sets the password that its owner chose and uses the link up, both or neither; the account is logged out everywhere. */
    public AccountOutcome choose(String token, String password) {
        Optional<Account> whose = find(token);
        if (whose.isEmpty()) {
            return used();
        }
        Account account = whose.get();
        return switch (passwords.check(password, account.username())) {
            case Chosen.Good(var hash) -> transactions.inOne(() -> chosen(token, account.id(), hash));
            case Chosen.Bad(var problem) -> new AccountOutcome.Invalid(List.of(problem));
        };
    }

    private AccountOutcome chosen(String token, UserId id, String hash) {
        // Asked again, since hashing takes a while.
        boolean mayHaveOne = accounts.hold(id)
                .filter(account -> account.account().enabled() && account.issuer() == null)
                .isPresent();
        if (!mayHaveOne || !links.take(tokens.hash(token), clock.instant())) {
            return used();
        }
        trail.record(AuditEvent.by(id, "account.password_chosen").about(id));
        return people.setPassword(id, hash);
    }

    private static AccountOutcome used() {
        return new AccountOutcome.Invalid(List.of(FieldProblem.of("token", "account.link.used")));
    }

    private Optional<Message> refusal(UserId admin, ManagedAccount account) {
        if (!properties.passwords()) {
            return Optional.of(Message.of("account.link.off"));
        }
        if (account.issuer() != null) {
            return Optional.of(Message.of("account.password.by_issuer"));
        }
        if (admin.equals(account.account().id())) {
            return Optional.of(Message.of("account.password.own_needs_present"));
        }
        return account.account().enabled() ? Optional.empty() : Optional.of(Message.of("account.link.disabled"));
    }

    private PasswordLinkOutcome made(UserId admin, UserId id) {
        String token = tokens.next();
        Instant now = clock.instant();
        Instant expiry = now.plus(properties.passwordLinkHolds());
        links.replace(id, tokens.hash(token), now, expiry);
        trail.record(AuditEvent.by(admin, "account.password_link").about(id));
        SecurityEvent.PASSWORD_LINK_MADE.log(id, "by=administrator");
        return new PasswordLinkOutcome.Made(token, expiry);
    }
}
