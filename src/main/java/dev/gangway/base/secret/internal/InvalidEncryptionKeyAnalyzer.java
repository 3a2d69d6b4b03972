package dev.gangway.base.secret.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence which encryption key is missing or wrong, instead of a stack trace. */
class InvalidEncryptionKeyAnalyzer extends AbstractFailureAnalyzer<InvalidEncryptionKey> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidEncryptionKey cause) {
        return new FailureAnalysis(cause.getMessage(), "", cause);
    }
}
