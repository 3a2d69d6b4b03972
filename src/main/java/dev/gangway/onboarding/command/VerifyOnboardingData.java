package dev.gangway.onboarding.command;

import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.base.UserId;
import dev.gangway.base.command.OnExistingDatabase;
import dev.gangway.onboarding.OnboardingVerification;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-onboarding-data}: what is stored for an account. Exit code 1 if it is unknown or inconsistent. */
@OnExistingDatabase
@Command(
        name = "verify-onboarding-data",
        mixinStandardHelpOptions = true,
        description = "Shows what is stored about an account's onboarding, and checks it.")
public class VerifyOnboardingData implements Callable<Integer> {

    private final Accounts accounts;
    private final OnboardingVerification verification;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "USER_ID", description = "The account's id or name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private String user;

    public VerifyOnboardingData(Accounts accounts, OnboardingVerification verification) {
        this.accounts = accounts;
        this.verification = verification;
    }

    @Override
    public Integer call() {
        Optional<Account> account = account();
        if (account.isEmpty()) {
            spec.commandLine().getErr().println("Unknown account: " + user);
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "account %s (%s), roles %s%n",
                account.get().id(), account.get().username(), account.get().roles());
        OnboardingVerification.Report report = verification.verify(account.get().id());
        print(report, out);
        return report.isConsistent() ? 0 : 1;
    }

    private Optional<Account> account() {
        boolean possible = !user.isBlank() && user.length() <= UserId.MAX_LENGTH && user.indexOf(0) < 0;
        return possible ? accounts.find(new UserId(user)).or(() -> accounts.findByName(user)) : Optional.empty();
    }

    private static void print(OnboardingVerification.Report report, PrintWriter out) {
        report.tables().forEach(table -> {
            out.printf("%n%s: %d%n", table.name(), table.rows().size());
            table.rows().forEach(row -> {
                out.println("  -");
                row.forEach(column -> out.println("    " + column));
            });
        });
        out.printf("%nchecks:%n");
        report.checks()
                .forEach(check -> out.printf(
                        "  %s %s%s%n",
                        check.holds() ? "ok    " : "FAILED",
                        check.name(),
                        check.holds() ? "" : " (" + check.found() + ")"));
        out.println(report.isConsistent() ? "consistent" : "inconsistent");
    }
}
