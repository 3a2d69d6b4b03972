package dev.gangway.wizard;

import java.util.List;

/**
 * One page of a wizard that is asked.
 *
 * @param key names the step in addresses, tables and the API
 * @param required whether it must be completed; otherwise it can be skipped
 * @param lacking the fields that must be answered by now and are not, although the step was submitted once: an answer
 *     elsewhere made them needed
 */
public record StepDefinition(String key, boolean required, List<String> lacking) {

    public StepDefinition {
        lacking = List.copyOf(lacking);
    }

    /** A step whose submitted answers are always enough. */
    public StepDefinition(String key, boolean required) {
        this(key, required, List.of());
    }
}
