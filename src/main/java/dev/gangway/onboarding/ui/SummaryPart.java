package dev.gangway.onboarding.ui;

import dev.gangway.onboarding.OnboardingStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card of the summary.
 *
 * @param savedAt when it was saved; null where it was skipped or not reached
 * @param facts what was saved, answers that were left empty left out
 */
record SummaryPart(OnboardingStep step, @Nullable Instant savedAt, List<Fact> facts) {

    /** One answer in words. */
    record Fact(String label, String value) {}
}
