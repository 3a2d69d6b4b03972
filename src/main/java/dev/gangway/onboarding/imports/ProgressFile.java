package dev.gangway.onboarding.imports;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.wizard.Answers;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says about one account's onboarding, checked.
 *
 * @param startedAt not after any step
 * @param steps those that are behind, in order and without gaps
 */
record ProgressFile(UserId userId, Instant startedAt, Map<OnboardingStep, Left> steps) {

    ProgressFile {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }

    /** What became of a step. */
    sealed interface Left {

        /** When. */
        Instant at();
    }

    /** Answered. */
    record Completed(Instant at, Answers answers) implements Left {}

    /** Passed over. */
    record Skipped(Instant at) implements Left {}
}
