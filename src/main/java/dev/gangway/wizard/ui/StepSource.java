package dev.gangway.wizard.ui;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;

/** Where the answers of a step on a page come from and go to. */
public interface StepSource {

    /** The step as it is stored now. */
    StepView load();

    /** Stores what was submitted. */
    StepOutcome save(Submission submission);

    /** Keeps typed fields; false where the step is not open. */
    boolean keepDraft(Answers typed);

    /** The key of what is said beside fields whose answers come from the draft. */
    default String draftMark() {
        return "wizard.draft_restored";
    }
}
