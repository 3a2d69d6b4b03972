package dev.gangway.wizard;

import dev.gangway.wizard.definition.DefinitionProblem;
import java.util.List;

/** What came of saving a draft of a wizard. */
public sealed interface DraftOutcome {

    /** It is stored. */
    record Saved(WizardVersion version) implements DraftOutcome {}

    /** Someone else saved it meanwhile, or published or discarded it; the newest version as it is now. */
    record Stale(WizardVersion newest) implements DraftOutcome {}

    /** It cannot be stored: its name is missing, or characters cannot be kept. */
    record Invalid(List<DefinitionProblem> problems) implements DraftOutcome {}

    /** Another wizard has that name. */
    record NameTaken() implements DraftOutcome {}

    /** The wizard comes with the application. */
    record BuiltIn() implements DraftOutcome {}

    /** There is no such wizard. */
    record NotFound() implements DraftOutcome {}
}
