package dev.gangway.wizard;

import java.util.List;
import java.util.UUID;

/**
 * A wizard to filter by.
 *
 * @param builtIn whether it is one of the product's own
 * @param steps the keys of the steps that its wizard sessions stand at or stood at, in the order of their letters
 */
public record OverviewWizard(UUID id, String name, boolean builtIn, List<String> steps) {

    public OverviewWizard {
        steps = List.copyOf(steps);
    }
}
