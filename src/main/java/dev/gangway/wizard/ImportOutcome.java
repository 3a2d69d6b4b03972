package dev.gangway.wizard;

import dev.gangway.wizard.definition.DefinitionProblem;
import java.util.List;

/** What came of importing a definition. */
public sealed interface ImportOutcome {

    /** It is the wizard's draft now: a new wizard's first version, or the next one of the wizard with that name. */
    record Stored(WizardVersion version) implements ImportOutcome {}

    /** Nothing was stored; every problem, by line, at least one. */
    record Refused(List<DefinitionProblem> problems) implements ImportOutcome {}
}
