package dev.gangway.wizard;

import java.util.List;
import java.util.UUID;

/**
 * An ordered list of steps that accounts walk through.
 *
 * @param id the wizard's row
 * @param version the version that new wizard sessions run, from 1
 * @param name what people call it
 * @param steps at least one, in order, with distinct keys
 */
public record WizardDefinition(UUID id, int version, String name, List<StepDefinition> steps) {

    /**
     * @throws IllegalArgumentException when there is no step, or two with the same key
     */
    public WizardDefinition {
        steps = List.copyOf(steps);
        if (steps.isEmpty()
                || steps.stream().map(StepDefinition::key).distinct().count() != steps.size()) {
            throw new IllegalArgumentException("A wizard has at least one step, and no two with the same key");
        }
    }

    /**
     * The step of that key.
     *
     * @throws IllegalArgumentException when the wizard has no such step
     */
    public StepDefinition step(String key) {
        return steps.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step " + key + " in " + name));
    }
}
