package dev.gangway.account;

import dev.gangway.account.internal.FirstAdministratorLinks;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.Role;
import dev.gangway.base.security.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets whoever reads the log of the first start make the first administrator: by a link that is good once and for 24
 * hours, and only while there is no administrator.
 */
@Service
public class FirstAdministrator {

    private static final Duration VALIDITY = Duration.ofHours(24);

    /** Replicas that start together print one link between them. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final FirstAdministratorLinks links;
    private final Accounts accounts;
    private final AdministratorsFromOutside administrators;
    private final Tokens tokens;
    private final TransactionOperations transaction;
    private final Clock clock;

    FirstAdministrator(
            FirstAdministratorLinks links,
            Accounts accounts,
            AdministratorsFromOutside administrators,
            Tokens tokens,
            TransactionOperations transaction,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.administrators = administrators;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new token, which makes earlier ones worthless; empty where another replica made one just now. */
    public Optional<String> invite() {
        String token = tokens.next();
        return links.replace(tokens.hash(token), clock.instant(), VALIDITY, TOGETHER)
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Whether the token may still be used. */
    public boolean isInvited(String token) {
        return links.isGood(tokens.hash(token), clock.instant()) && !accounts.anyWith(Role.ADMIN);
    }

    /** Makes the administrator and uses the token up, both or neither. */
    public AccountOutcome create(String token, String username, String password) {
        AccountOutcome outcome = transaction.execute(status -> {
            if (!links.take(tokens.hash(token), clock.instant()) || accounts.anyWith(Role.ADMIN)) {
                return new AccountOutcome.Invalid(List.of(FieldProblem.of("token", "account.link.used")));
            }
            AccountOutcome made = administrators.create(username, password, "first-administrator");
            if (made instanceof AccountOutcome.Invalid) {
                status.setRollbackOnly();
            }
            return made;
        });
        return Objects.requireNonNull(outcome);
    }
}
