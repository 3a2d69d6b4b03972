package dev.gangway.wizard;

import dev.gangway.base.UserId;
import dev.gangway.wizard.internal.DraftStore;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is typed and not submitted yet, so that a crash, a closed tab or another device costs nothing.
 *
 * <p>Field by field: two tabs that type in different fields of one step both keep theirs.
 */
@Service
@Transactional
public class Drafts {

    private final WizardSessions sessions;
    private final DraftStore store;
    private final Clock clock;

    Drafts(WizardSessions sessions, DraftStore store, Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Adds typed fields to the step's draft and starts the run where it was not; secrets and unknown fields are dropped.
     *
     * @return false where the step is not open
     */
    public boolean keep(UserId userId, WizardDefinition wizard, StepHandler handler, Answers typed) {
        WizardSession run = running(userId, wizard);
        Answers draft = handler.draftable(typed);
        if (run.isOpen(handler.key()) && !draft.isEmpty()) {
            store.merge(run, handler.key(), draft, clock.instant());
        }
        return run.isOpen(handler.key());
    }

    /**
     * Puts typed fields in place of the step's draft and starts the run where it was not; secrets and unknown fields are
     * dropped.
     *
     * @return false where the step is not open
     */
    public boolean replace(UserId userId, WizardDefinition wizard, StepHandler handler, Answers typed) {
        WizardSession run = running(userId, wizard);
        Answers draft = handler.draftable(typed);
        if (run.isOpen(handler.key()) && draft.isEmpty()) {
            store.delete(run, handler.key());
        } else if (run.isOpen(handler.key())) {
            store.replace(run, handler.key(), draft, clock.instant());
        }
        return run.isOpen(handler.key());
    }

    private WizardSession running(UserId userId, WizardDefinition wizard) {
        return sessions.find(userId, wizard)
                .orElseGet(() -> sessions.start(userId, wizard).run());
    }
}
