package dev.gangway.login.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line what is missing where nobody could log in. */
class NoWayInAnalyzer extends AbstractFailureAnalyzer<NoWayIn> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NoWayIn wrong) {
        return new FailureAnalysis(
                "The configuration is wrong:" + System.lineSeparator() + "    " + wrong.getMessage(),
                "Correct it and start again. docs/configuration.md names every property and what is allowed.",
                wrong);
    }
}
