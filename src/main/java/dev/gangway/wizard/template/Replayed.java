package dev.gangway.wizard.template;

import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.WizardSession;
import java.util.List;

/** What came of starting a wizard session from a template. */
public sealed interface Replayed {

    /**
     * It is started, with the template's answers as drafts.
     *
     * @param leftOut answers that do not fit the wizard as it is now
     * @param timesUsed how many wizard sessions were started from the template, this one counted
     */
    record Started(WizardSession run, List<LeftOut> leftOut, long timesUsed) implements Replayed {}

    /** The name of the wizard session cannot be taken. */
    record Invalid(List<FieldProblem> problems) implements Replayed {}

    /** The wizard is not offered any more. */
    record NotOffered() implements Replayed {}

    /** There is no such template that this account may use. */
    record NotFound() implements Replayed {}
}
