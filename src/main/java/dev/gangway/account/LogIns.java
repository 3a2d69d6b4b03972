package dev.gangway.account;

import dev.gangway.account.internal.AccountRepository;
import dev.gangway.account.internal.LogInFailures;
import dev.gangway.account.internal.OwnAccountStore;
import dev.gangway.account.internal.StoredAccount;
import dev.gangway.base.UserId;
import dev.gangway.base.security.SecurityEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Checks a name and password, and the code of a second factor, for pages and API alike: the same answer in the same time for unknown names, wrong
 * passwords and accounts that cannot log in, and none at all after too many failures (5 in 15
 * minutes by name, existing or not; wider by address).
 */
@Service
public class LogIns {

    private static final int LONGEST_INPUT = 1024;

    private final AccountRepository accounts;
    private final OwnAccountStore own;
    private final LogInFailures failures;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final PasswordLogInProperties properties;
    private final LogInMetrics attempts;
    private final Clock clock;

    LogIns(
            AccountRepository accounts,
            OwnAccountStore own,
            LogInFailures failures,
            Passwords passwords,
            SecondFactors secondFactors,
            PasswordLogInProperties properties,
            LogInMetrics attempts,
            Clock clock) {
        this.accounts = accounts;
        this.own = own;
        this.failures = failures;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.properties = properties;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** As {@link #check(String, String, String, String)}, without a code. */
    public LogInOutcome check(String username, String password, String address) {
        return check(username, password, null, address);
    }

    /**
     * Checks a name and password, and the code of the second factor where the account has one. Not inside a transaction:
     * the failure is counted even where the caller fails, and no connection is held while the password is hashed.
     *
     * <p>The name's failures are taken back once everything is right: whoever knows the password cannot guess the code any
     * faster by sending it again and again.
     *
     * @param code what the person typed for it, or null where they were not asked yet
     */
    public LogInOutcome check(String username, String password, @Nullable String code, String address) {
        return counted(attempt(username, password, address, (account, mark) -> second(account, mark, code)));
    }

    /**
     * The second half of a log-in whose password was right: checks the code alone. Where the account has another password or
     * no second factor by now it is refused, since nothing that was checked before holds any more.
     *
     * @param password what the first half found right
     */
    public LogInOutcome checkCode(UserId id, PasswordMark password, String code, String address) {
        Instant now = clock.instant();
        Optional<StoredAccount> found = accounts.findById(id.value())
                .filter(account -> account.enabled() && password.isOf(account.passwordHash()));
        if (found.isEmpty() || secondFactors.find(id).isEmpty()) {
            SecurityEvent.PASSWORD_REFUSED.log(id, "reason=changed");
            return counted(new LogInOutcome.Refused());
        }
        String name = found.get().username();
        Duration wait = failures.reserve(name, address, now);
        if (wait.isPositive()) {
            SecurityEvent.LOG_IN_THROTTLED.log(id, "way=code");
            return counted(new LogInOutcome.Throttled(wait));
        }
        LogInOutcome outcome = coded(found.get(), password, code);
        if (outcome instanceof LogInOutcome.Accepted) {
            failures.forgive(name, address, now);
        }
        return counted(outcome);
    }

    /** Whether somebody who is logged in knows their password; wrong ones count like failed log-ins. */
    public LogInOutcome prove(UserId id, String password, String address) {
        String name = accounts.findById(id.value()).orElseThrow().username();
        return counted(attempt(name, password, address, LogIns::accepted));
    }

    private LogInOutcome second(StoredAccount account, PasswordMark password, @Nullable String code) {
        UserId id = new UserId(account.getId());
        if (secondFactors.find(id).isEmpty()) {
            return accepted(account, password);
        }
        return code == null ? new LogInOutcome.CodeNeeded(id, password) : coded(account, password, code);
    }

    private LogInOutcome coded(StoredAccount account, PasswordMark password, String code) {
        UserId id = new UserId(account.getId());
        if (code.length() > LONGEST_INPUT || !secondFactors.accept(id, code)) {
            SecurityEvent.SECOND_FACTOR_REFUSED.log(id, "reason=wrong");
            return new LogInOutcome.CodeRefused();
        }
        return accepted(account, password);
    }

    private static LogInOutcome accepted(StoredAccount account, PasswordMark password) {
        return new LogInOutcome.Accepted(Accounts.account(account), password);
    }

    private LogInOutcome counted(LogInOutcome outcome) {
        attempts.count(outcome);
        return outcome;
    }

    private LogInOutcome attempt(
            String username,
            String password,
            String address,
            BiFunction<StoredAccount, PasswordMark, LogInOutcome> next) {
        if (!properties.passwords()) {
            SecurityEvent.PASSWORD_REFUSED.log("reason=off");
            return new LogInOutcome.Refused();
        }
        Instant now = clock.instant();
        String name = username.strip();
        Duration wait = failures.reserve(name, address, now);
        if (wait.isPositive()) {
            SecurityEvent.LOG_IN_THROTTLED.log("way=password");
            return new LogInOutcome.Throttled(wait);
        }
        if (name.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT || name.indexOf('\0') >= 0) {
            SecurityEvent.PASSWORD_REFUSED.log("reason=impossible");
            return new LogInOutcome.Refused();
        }
        Optional<StoredAccount> found = accounts.findByName(name);
        String hash = found.filter(StoredAccount::enabled)
                .map(StoredAccount::passwordHash)
                .orElse(null);
        if (!passwords.matches(password, hash) || hash == null) {
            found.map(account -> new UserId(account.getId()))
                    .ifPresentOrElse(
                            id -> SecurityEvent.PASSWORD_REFUSED.log(
                                    id, hash == null ? "reason=closed" : "reason=wrong"),
                            () -> SecurityEvent.PASSWORD_REFUSED.log("reason=unknown"));
            return new LogInOutcome.Refused();
        }
        StoredAccount account = found.orElseThrow();
        // Before anything is made of it: what was checked is known by how it is stored.
        Optional<String> stored = renewed(new UserId(account.getId()), hash, password);
        if (stored.isEmpty()) {
            SecurityEvent.PASSWORD_REFUSED.log(new UserId(account.getId()), "reason=changed");
            return new LogInOutcome.Refused();
        }
        LogInOutcome outcome = next.apply(account, PasswordMark.of(stored.get()));
        if (outcome instanceof LogInOutcome.Accepted) {
            failures.forgive(name, address, now);
        }
        return outcome;
    }

    /** How the password is stored, hashed in today's way from now on; empty where it is another one meanwhile. */
    private Optional<String> renewed(UserId id, String hash, String password) {
        if (!passwords.isOutdated(hash)) {
            return Optional.of(hash);
        }
        String renewed = passwords.hash(password);
        if (own.rehash(id, hash, renewed)) {
            return Optional.of(renewed);
        }
        // Another log-in with the same password may have been first.
        return accounts.findById(id.value())
                .map(StoredAccount::passwordHash)
                .filter(now -> passwords.matches(password, now));
    }
}
