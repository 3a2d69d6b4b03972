package dev.gangway.wizard;

import java.util.List;

/** What came of finishing a wizard session. */
public sealed interface FinishOutcome {

    /** It is completed now, and by this call. */
    record Finished(WizardSession before, WizardSession after) implements FinishOutcome {}

    /** Steps are neither completed nor skipped; their keys in order. */
    record Missing(List<String> steps) implements FinishOutcome {}

    /** It was completed before; nothing changed. */
    record AlreadyCompleted() implements FinishOutcome {}

    /** Its wizard came to an end before it did; nothing changed. */
    record Expired() implements FinishOutcome {}

    /** There is no such wizard session. */
    record NotStarted() implements FinishOutcome {}
}
