package dev.gangway.wizard;

import dev.gangway.wizard.definition.DefinitionProblem;
import java.util.List;

/** What came of publishing a wizard's draft. */
public sealed interface PublishOutcome {

    /** It is frozen, and new wizard sessions run it. */
    record Published(WizardVersion version) implements PublishOutcome {}

    /** It cannot be played yet. */
    record Invalid(List<DefinitionProblem> problems) implements PublishOutcome {}

    /** The draft was saved meanwhile. */
    record Stale(WizardVersion newest) implements PublishOutcome {}

    /** There is no draft. */
    record NothingToPublish() implements PublishOutcome {}

    /** Another wizard has that name. */
    record NameTaken() implements PublishOutcome {}

    /** There is no such wizard. */
    record NotFound() implements PublishOutcome {}
}
