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
import dev.gangway.wizard.ui.DeletedElsewhere;
import dev.gangway.wizard.ui.StepSource;
import java.util.Optional;
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

    /**
     * @param isPrefilled whether the wizard session began with the answers of a template
     * @param changed told when the wizard session was completed meanwhile, put on another version than the one on the page, or does not ask
     *     the step any more
     */
    StepSource of(WizardSessionId id, int wizardVersion, String stepKey, boolean isPrefilled, Runnable changed) {
        return new StepSource() {
            @Override
            public StepView load() {
                return sessions.view(userId(), id, stepKey).orElseThrow();
            }

            @Override
            public StepOutcome save(Submission submission) {
                StepOutcome outcome = sessions.next(userId(), id, stepKey, submission.on(wizardVersion))
                        .or(() -> gone(id))
                        .orElseThrow(DeletedElsewhere::new);
                if (outcome instanceof StepOutcome.Moved
                        || outcome instanceof StepOutcome.AlreadyCompleted
                        || outcome instanceof StepOutcome.NotOpen) {
                    changed.run();
                }
                return outcome;
            }

            @Override
            public boolean keepDraft(Answers typed) {
                return drafts.keep(userId(), id, stepKey, typed) == DraftKept.KEPT;
            }

            @Override
            public String draftMark() {
                return isPrefilled ? "wizard.draft_prefilled" : StepSource.super.draftMark();
            }
        };
    }

    /** Why a step is not there any more that was on the page: it went with a version, unless the wizard session did. */
    Optional<StepOutcome> gone(WizardSessionId id) {
        return sessions.find(userId(), id).map(there -> new StepOutcome.Moved());
    }

    private UserId userId() {
        return caller.get().userId();
    }
}
