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

    /** A million lines are put together in it one after the other. */
    private final StringBuilder line = new StringBuilder();

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
        line.setLength(0);
        line.append(change.loginSession()).append(' ').append(change.userId().value());
        line.append(" needs_onboarding ").append(before.needsOnboarding());
        line.append('→').append(after.needsOnboarding());
        line.append(" onboarding_step ").append(before.onboardingStep());
        line.append('→').append(after.onboardingStep());
        if (before.needsOnboarding() == after.needsOnboarding()
                && before.onboardingStep().equals(after.onboardingStep())) {
            // Otherwise the line would show no change at all.
            line.append(" onboarding_completed ").append(before.onboardingCompleted());
            line.append('→').append(after.onboardingCompleted());
        }
        out.println(line);
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
