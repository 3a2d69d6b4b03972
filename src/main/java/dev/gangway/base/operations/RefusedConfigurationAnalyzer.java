package dev.gangway.base.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one block what of the configuration was refused. */
class RefusedConfigurationAnalyzer extends AbstractFailureAnalyzer<RefusedConfiguration> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RefusedConfiguration wrong) {
        return WrongConfigurationAnalyzer.analysis(wrong.mistakes(), wrong);
    }
}
