package dev.gangway.wizard;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** What came of beginning a wizard session. */
public sealed interface CreateOutcome {

    /** It runs the wizard's newest version. */
    record Created(WizardSession session) implements CreateOutcome {}

    /** There is no such wizard, or none that was ever published. */
    record NoWizard() implements CreateOutcome {}

    /** The wizard was archived, or comes with the application and is begun elsewhere. */
    record NotOffered() implements CreateOutcome {}

    /** The name cannot be stored. */
    record Invalid(List<FieldProblem> problems) implements CreateOutcome {}
}
