package dev.gangway.wizard;

import dev.gangway.base.FieldProblem;
import java.util.List;

/** Is told, in the transaction of a refused Next, which answers of a step broke rules. */
public interface RefusedAnswers {

    /** A step was submitted with answers that cannot be stored. */
    void refused(WizardSession run, String stepKey, List<FieldProblem> problems);
}
