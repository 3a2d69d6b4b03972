package dev.gangway.account;

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

    PasswordChanges(LogIns logIns, Accounts accounts) {
        this.logIns = logIns;
        this.accounts = accounts;
    }

    /** Changes the password; problems are named by {@code current_password} and {@code password}. */
    public AccountOutcome change(UserId id, String current, String wanted, String address) {
        return switch (logIns.prove(id, current, address)) {
            case LogInOutcome.Accepted accepted -> accounts.setPassword(id, wanted, "owner");
            case LogInOutcome.Refused _, LogInOutcome.CodeNeeded _, LogInOutcome.CodeRefused _ ->
                refused("account.password.wrong");
            case LogInOutcome.Throttled throttled -> refused("login.throttled");
        };
    }

    private static AccountOutcome refused(String key) {
        return new AccountOutcome.Invalid(List.of(FieldProblem.of("current_password", key)));
    }
}
