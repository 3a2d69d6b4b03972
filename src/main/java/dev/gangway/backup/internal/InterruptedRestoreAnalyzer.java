package dev.gangway.backup.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about a database that holds only a part of a backup. */
class InterruptedRestoreAnalyzer extends AbstractFailureAnalyzer<InterruptedRestoreException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InterruptedRestoreException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ", so that a part of the backup is missing",
                "Where none is under way run the command restore again: it empties the database first.",
                cause);
    }
}
