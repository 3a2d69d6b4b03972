package dev.gangway.onboarding.api;

import dev.gangway.wizard.StepView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step as it is stored.
 *
 * @param name the step's name
 * @param data its fields; API keys are masked
 * @param draft typed fields that are not submitted yet; null where there are none
 * @param version to be sent back with the next writing; 0 before the first
 * @param savedAt null before the first writing
 */
record StepAnswer(
        String name,
        ObjectNode data,
        @Nullable ObjectNode draft,
        long version,
        @Nullable Instant savedAt) {

    static StepAnswer of(StepView view) {
        return new StepAnswer(
                view.key(),
                view.data().nested(),
                view.draft().isEmpty() ? null : view.draft().nested(),
                view.version(),
                view.savedAt());
    }
}
