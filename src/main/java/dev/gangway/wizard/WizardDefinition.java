package dev.gangway.wizard;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An ordered list of steps that accounts walk through.
 *
 * @param id the wizard's row
 * @param version the version that is walked, from 1
 * @param name what people call it
 * @param steps those that are asked: at least one, in order, with distinct keys
 * @param finishing what finishing takes
 */
public record WizardDefinition(UUID id, int version, String name, List<StepDefinition> steps, Finishing finishing) {

    /** What must be there before a wizard session can be finished. */
    public enum Finishing {
        /** Finishing is the last step itself; every other one must be completed or skipped. */
        BY_LAST_STEP,
        /** Every required step must be completed, with every required answer; the rest may be left alone. */
        BY_REQUIRED_ANSWERS
    }

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

    /** A wizard that always asks the same steps, the last of which is finishing. */
    public WizardDefinition(UUID id, int version, String name, List<StepDefinition> steps) {
        this(id, version, name, steps, Finishing.BY_LAST_STEP);
    }

    /** The same wizard, asking these steps. */
    public WizardDefinition asking(List<StepDefinition> asked) {
        return new WizardDefinition(id, version, name, asked, finishing);
    }

    /** The step of that key, if it is asked. */
    public Optional<StepDefinition> find(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /**
     * The step of that key.
     *
     * @throws IllegalArgumentException when no such step is asked
     */
    public StepDefinition step(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No step " + key + " in " + name));
    }
}
