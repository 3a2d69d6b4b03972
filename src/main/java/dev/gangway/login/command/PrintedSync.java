package dev.gangway.login.command;

import dev.gangway.base.command.ProgressBar;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.SyncListener;
import dev.gangway.login.SyncReport;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.util.UUID;

/** Writes what a synchronisation does, line by line, without keeping it. */
final class PrintedSync implements SyncListener, AutoCloseable {

    private final PrintWriter out;
    private final PrintWriter err;
    private final ProgressBar bar;

    PrintedSync(PrintWriter out, PrintWriter err) {
        // A flush for each of a million lines would take longer than the work.
        this.out = new PrintWriter(new BufferedWriter(out, 1 << 16), false);
        this.err = err;
        this.bar = new ProgressBar(err);
    }

    @Override
    public void changed(CopyChange change) {
        bar.hide();
        OnboardingCopy before = change.before();
        OnboardingCopy after = change.after();
        out.print(change.loginSession());
        out.print(' ');
        out.print(change.userId().value());
        out.print(" needs_onboarding " + before.needsOnboarding() + "→" + after.needsOnboarding());
        out.print(" onboarding_step " + before.onboardingStep() + "→" + after.onboardingStep());
        if (before.needsOnboarding() == after.needsOnboarding()
                && before.onboardingStep().equals(after.onboardingStep())) {
            // Otherwise the line would show no change at all.
            out.print(" onboarding_completed " + before.onboardingCompleted() + "→" + after.onboardingCompleted());
        }
        out.println();
    }

    @Override
    public void failed(UUID loginSession, String reason) {
        bar.hide();
        err.println(loginSession + " was not updated: " + reason);
    }

    @Override
    public void progress(long done, long total) {
        out.flush();
        bar.show("wrong copies", done, total);
    }

    void totals(SyncReport report, String updated) {
        bar.end();
        out.println("checked: " + report.checked());
        out.println(updated + ": " + report.updated());
        out.println("already in sync: " + report.alreadyInSync());
        out.println("without onboarding progress: " + report.withoutProgress());
        out.println("errors: " + report.errors());
    }

    @Override
    public void close() {
        bar.end();
        out.flush();
    }
}
