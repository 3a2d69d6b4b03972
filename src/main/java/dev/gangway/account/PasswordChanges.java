package dev.gangway.account;

import dev.gangway.account.ChosenPasswords.Chosen;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Changes passwords of people who prove to know the present one. Wrong proofs count like failed log-ins, so that a page
 * left open is no way around the throttle.
 */
@Service
public class PasswordChanges {

    private final LogIns logIns;
    private final Accounts accounts;
    private final ChosenPasswords passwords;

    PasswordChanges(LogIns logIns, Accounts accounts, ChosenPasswords passwords) {
        this.logIns = logIns;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** Changes the password; problems are named by {@code current_password} and {@code password}. */
    public AccountOutcome change(UserId id, String current, String wanted, String address) {
        return switch (logIns.prove(id, current, address)) {
            case LogInOutcome.Accepted accepted -> set(accounts.find(id).orElseThrow(), wanted);
            case LogInOutcome.Refused _, LogInOutcome.CodeNeeded _, LogInOutcome.CodeRefused _ ->
                refused("account.password.wrong");
            case LogInOutcome.Throttled throttled -> refused("login.throttled");
        };
    }

    private AccountOutcome set(Account account, String wanted) {
        return switch (passwords.check(wanted, account.username())) {
            case Chosen.Good(var hash) -> accounts.setPassword(account.id(), hash, "owner");
            case Chosen.Bad(var problem) -> new AccountOutcome.Invalid(List.of(problem));
        };
    }

    private static AccountOutcome refused(String key) {
        return new AccountOutcome.Invalid(List.of(FieldProblem.of("current_password", key)));
    }
}
