package dev.gangway.wizard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A wizard to filter by.
 *
 * @param builtIn whether it is one of the product's own
 * @param steps the titles of all steps that it has or had, by key; a title as the newest version with the step has it
 */
public record OverviewWizard(UUID id, String name, boolean builtIn, Map<String, String> steps) {

    public OverviewWizard {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    }
}
