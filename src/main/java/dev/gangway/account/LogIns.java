package dev.gangway.account;

import dev.gangway.account.internal.AccountRepository;
import dev.gangway.account.internal.LogInFailures;
import dev.gangway.account.internal.StoredAccount;
import dev.gangway.base.UserId;
import dev.gangway.base.security.SecurityEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks a name and password, for pages and API alike: the same answer in the same time for unknown names, wrong
 * passwords and accounts that cannot log in, and none at all after too many failures (5 in 15
 * minutes by name, existing or not; wider by address).
 */
@Service
public class LogIns {

    private static final int LONGEST_INPUT = 1024;

    private final AccountRepository accounts;
    private final LogInFailures failures;
    private final Passwords passwords;
    private final TransactionOperations transaction;
    private final LogInMetrics attempts;
    private final Clock clock;

    LogIns(
            AccountRepository accounts,
            LogInFailures failures,
            Passwords passwords,
            TransactionOperations transaction,
            LogInMetrics attempts,
            Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.transaction = transaction;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Checks a name and password. Not inside a transaction: the failure is counted even where the caller fails, and no
     * connection is held while the password is hashed.
     */
    public LogInOutcome check(String username, String password, String address) {
        LogInOutcome outcome = checked(username, password, address);
        attempts.count(outcome);
        return outcome;
    }

    private LogInOutcome checked(String username, String password, String address) {
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
        failures.forgive(name, address, now);
        StoredAccount account = found.orElseThrow();
        if (passwords.isOutdated(hash)) {
            String renewed = passwords.hash(password);
            transaction.executeWithoutResult(
                    status -> accounts.findById(account.getId()).ifPresent(stored -> stored.rehash(renewed)));
        }
        return new LogInOutcome.Accepted(Accounts.account(account));
    }
}
