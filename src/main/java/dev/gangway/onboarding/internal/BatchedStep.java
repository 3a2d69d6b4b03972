package dev.gangway.onboarding.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler;
import dev.gangway.wizard.WizardSession;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A step whose answers are stored by one statement, so that those of many accounts can be sent together. */
public interface BatchedStep extends StepHandler {

    /** The statement; it inserts, or replaces what is there. */
    String statement();

    /** Its parameters for one account's checked answers. */
    MapSqlParameterSource parameters(WizardSession run, Answers answers);
}
