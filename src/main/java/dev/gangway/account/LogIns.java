package dev.gangway.account;

import dev.gangway.account.internal.AccountRepository;
import dev.gangway.account.internal.LogInFailures;
import dev.gangway.account.internal.StoredAccount;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.base.security.SecurityEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
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
    private final LogInFailures failures;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final PasswordLogInProperties properties;
    private final Transactions transactions;
    private final LogInMetrics attempts;
    private final Clock clock;

    LogIns(
            AccountRepository accounts,
            LogInFailures failures,
            Passwords passwords,
            SecondFactors secondFactors,
            PasswordLogInProperties properties,
            Transactions transactions,
            LogInMetrics attempts,
            Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.properties = properties;
        this.transactions = transactions;
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
        return counted(attempt(username, password, address, account -> second(account, code)));
    }

    /** The second half of a log-in whose password was right: checks the code alone. */
    public LogInOutcome checkCode(UserId id, String code, String address) {
        Instant now = clock.instant();
        Optional<StoredAccount> found = accounts.findById(id.value()).filter(StoredAccount::enabled);
        if (found.isEmpty()) {
            return counted(new LogInOutcome.Refused());
        }
        String name = found.get().username();
        Duration wait = failures.reserve(name, address, now);
        if (wait.isPositive()) {
            SecurityEvent.LOG_IN_THROTTLED.log(id, "way=code");
            return counted(new LogInOutcome.Throttled(wait));
        }
        LogInOutcome outcome = second(found.get(), code);
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

    private LogInOutcome second(StoredAccount account, @Nullable String code) {
        UserId id = new UserId(account.getId());
        if (secondFactors.find(id).isEmpty()) {
            return accepted(account);
        }
        if (code == null) {
            return new LogInOutcome.CodeNeeded(id);
        }
        if (code.length() > LONGEST_INPUT || !secondFactors.accept(id, code)) {
            SecurityEvent.SECOND_FACTOR_REFUSED.log(id, "reason=wrong");
            return new LogInOutcome.CodeRefused();
        }
        return accepted(account);
    }

    private static LogInOutcome accepted(StoredAccount account) {
        return new LogInOutcome.Accepted(Accounts.account(account));
    }

    private LogInOutcome counted(LogInOutcome outcome) {
        attempts.count(outcome);
        return outcome;
    }

    private LogInOutcome attempt(
            String username, String password, String address, Function<StoredAccount, LogInOutcome> next) {
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
        LogInOutcome outcome = next.apply(account);
        if (outcome instanceof LogInOutcome.Accepted) {
            failures.forgive(name, address, now);
            renew(account, hash, password);
        }
        return outcome;
    }

    private void renew(StoredAccount account, String hash, String password) {
        if (passwords.isOutdated(hash)) {
            String renewed = passwords.hash(password);
            transactions.inOne(() -> {
                // Whoever chose another password meanwhile keeps that.
                accounts.findById(account.getId())
                        .filter(stored -> hash.equals(stored.passwordHash()))
                        .ifPresent(stored -> stored.rehash(renewed));
                return renewed;
            });
        }
    }
}
