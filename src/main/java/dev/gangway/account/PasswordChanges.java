package dev.gangway.account;

import dev.gangway.account.ChosenPasswords.Chosen;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.security.Caller;
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

    /**
     * Changes the caller's password and ends their other login sessions, both or neither; problems are named by
     * {@code current_password} and {@code password}.
     */
    public AccountOutcome change(Caller caller, String current, String wanted, String address) {
        return switch (logIns.prove(caller.userId(), current, address)) {
            case LogInOutcome.Accepted proven -> set(caller, proven, wanted);
            case LogInOutcome.Refused _, LogInOutcome.CodeNeeded _, LogInOutcome.CodeRefused _ -> wrong();
            case LogInOutcome.Throttled throttled -> refused("login.throttled");
        };
    }

    private AccountOutcome set(Caller caller, LogInOutcome.Accepted proven, String wanted) {
        return switch (passwords.check(wanted, proven.account().username())) {
            case Chosen.Good(var hash) ->
                accounts.setPassword(caller, proven.password(), hash).orElseGet(PasswordChanges::wrong);
            case Chosen.Bad(var problem) -> new AccountOutcome.Invalid(List.of(problem));
        };
    }

    private static AccountOutcome wrong() {
        return refused("account.password.wrong");
    }

    private static AccountOutcome refused(String key) {
        return new AccountOutcome.Invalid(List.of(FieldProblem.of("current_password", key)));
    }
}
