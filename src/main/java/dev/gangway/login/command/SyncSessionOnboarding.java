package dev.gangway.login.command;

import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.base.UserId;
import dev.gangway.base.command.OnExistingDatabase;
import dev.gangway.login.OnboardingSync;
import dev.gangway.login.SyncReport;
import dev.gangway.login.SyncScope;
import dev.gangway.login.SyncScope.Reach;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sync-session-onboarding}: makes the copies of the onboarding status in login sessions right. Exit code 1 where the
 * account is unknown or a copy could not be mended.
 */
@OnExistingDatabase
@Command(
        name = "sync-session-onboarding",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the onboarding status that login sessions keep with the onboarding itself, and mends it.",
            "Prints each change, then the counts. Run again it changes nothing."
        })
public class SyncSessionOnboarding implements Callable<Integer> {

    private final OnboardingSync sync;
    private final Accounts accounts;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "ID_OR_NAME", description = "Only the login sessions of this account.")
    private @Nullable String user;

    @Option(names = "--dry-run", description = "Only tell what would be changed.")
    private boolean dryRun;

    @Option(
            names = "--active-only",
            arity = "0..1",
            paramLabel = "true|false",
            defaultValue = "true",
            fallbackValue = "true",
            description = "Leave out login sessions that have ended or expired (default: $" + "{DEFAULT-VALUE}).")
    private boolean activeOnly;

    public SyncSessionOnboarding(OnboardingSync sync, Accounts accounts) {
        this.sync = sync;
        this.accounts = accounts;
    }

    @Override
    public Integer call() {
        Reach reach = activeOnly ? Reach.ACTIVE : Reach.ALL;
        if (user == null) {
            return run(new SyncScope(null, reach));
        }
        Optional<Account> account = account(user);
        if (account.isEmpty()) {
            spec.commandLine().getErr().println("Unknown account: " + user);
            return 1;
        }
        return run(new SyncScope(account.get().id(), reach));
    }

    private int run(SyncScope scope) {
        PrintWriter out = spec.commandLine().getOut();
        try (PrintedSync printed = new PrintedSync(out, spec.commandLine().getErr())) {
            SyncReport report = dryRun ? sync.preview(scope, printed) : sync.run(scope, printed);
            printed.totals(report, dryRun ? "would update" : "updated");
            return report.errors() == 0 ? 0 : 1;
        }
    }

    private Optional<Account> account(String wanted) {
        boolean possible = !wanted.isBlank() && wanted.length() <= UserId.MAX_LENGTH && wanted.indexOf(0) < 0;
        return possible ? accounts.find(new UserId(wanted)).or(() -> accounts.findByName(wanted)) : Optional.empty();
    }
}
