package dev.gangway.wizard.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an administrator wrote about a wizard; one frozen value for each version.
 *
 * @param name what people call it, 1 to 200 characters
 * @param description what it is for; may be empty
 * @param category groups wizards in the gallery; may be empty
 * @param estimatedMinutes how long it takes, 1 to 1,440
 * @param steps at least one, in order, with distinct keys
 */
public record WizardContent(
        String name,
        String description,
        String category,
        @Nullable Integer estimatedMinutes,
        List<StepContent> steps) {

    public WizardContent {
        steps = List.copyOf(steps);
    }

    /** The step of that key, if there is one. */
    public Optional<StepContent> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }
}
