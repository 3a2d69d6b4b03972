package dev.gangway.wizard;

import dev.gangway.base.UserId;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.internal.DraftStore;
import dev.gangway.wizard.internal.Walk;
import dev.gangway.wizard.internal.Walks;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

    private final BuiltInSessions sessions;
    private final Walks walks;
    private final DraftStore store;
    private final Clock clock;

    Drafts(BuiltInSessions sessions, Walks walks, DraftStore store, Clock clock) {
        this.sessions = sessions;
        this.walks = walks;
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
        if (run.isOpen(handler.key())) {
            put(run, handler.key(), draft, clock.instant());
        }
        return run.isOpen(handler.key());
    }

    /** Adds typed fields to a step's draft in a wizard session. */
    public DraftKept keep(UserId userId, WizardSessionId id, String stepKey, Answers typed) {
        return write(userId, id, stepKey, typed, store::merge);
    }

    /** Puts typed fields in place of a step's draft in a wizard session. */
    public DraftKept replace(UserId userId, WizardSessionId id, String stepKey, Answers typed) {
        return write(userId, id, stepKey, typed, this::put);
    }

    /**
     * Gives steps their first drafts, also those that are not open yet; in the caller's transaction.
     *
     * @param byStep typed fields by step
     */
    public void prefill(WizardSession run, Map<String, Answers> byStep) {
        byStep.forEach((step, typed) -> store.replace(run, step, typed, clock.instant()));
    }

    private DraftKept write(UserId userId, WizardSessionId id, String stepKey, Answers typed, Writing writing) {
        Optional<Walk> found = walks.find(userId, id);
        Optional<StepContent> step = found.flatMap(walk -> walk.content().step(stepKey));
        if (found.isEmpty() || step.isEmpty() || found.get().builtIn()) {
            return DraftKept.NOT_FOUND;
        }
        WizardSession run = found.get().session();
        if (run.isCompleted() || run.isExpired() || !run.isOpen(stepKey)) {
            return DraftKept.NOT_OPEN;
        }
        Answers draft =
                FieldReader.draftable(typed, field -> step.get().field(field).isPresent());
        writing.write(run, stepKey, draft, clock.instant());
        return DraftKept.KEPT;
    }

    private void put(WizardSession run, String stepKey, Answers draft, Instant now) {
        if (draft.isEmpty()) {
            store.delete(run, stepKey);
        } else {
            store.replace(run, stepKey, draft, now);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write(WizardSession run, String stepKey, Answers typed, Instant now);
    }

    private WizardSession running(UserId userId, WizardDefinition wizard) {
        return sessions.find(userId, wizard)
                .orElseGet(() -> sessions.start(userId, wizard).run());
    }
}
