package dev.gangway.wizard.ui.player;

import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.DraftKept;
import dev.gangway.wizard.Drafts;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.ui.StepSource;
import org.springframework.stereotype.Component;

/** Ties the form of a step to the caller's own answers. */
@Component
class PlayerSources {

    private final WizardSessions sessions;
    private final Drafts drafts;
    private final CurrentCaller caller;

    PlayerSources(WizardSessions sessions, Drafts drafts, CurrentCaller caller) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.caller = caller;
    }

    StepSource of(WizardSessionId id, String stepKey) {
        return new StepSource() {
            @Override
            public StepView load() {
                return sessions.view(userId(), id, stepKey).orElseThrow();
            }

            @Override
            public StepOutcome save(Submission submission) {
                return sessions.next(userId(), id, stepKey, submission).orElseThrow();
            }

            @Override
            public boolean keepDraft(Answers typed) {
                return drafts.keep(userId(), id, stepKey, typed) == DraftKept.KEPT;
            }
        };
    }

    private UserId userId() {
        return caller.get().userId();
    }
}
