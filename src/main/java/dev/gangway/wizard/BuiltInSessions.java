package dev.gangway.wizard;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Engine.Accepted;
import dev.gangway.wizard.Engine.Refused;
import dev.gangway.wizard.internal.DraftStore;
import dev.gangway.wizard.internal.WizardSessionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walks accounts through a wizard that comes with the application and allows one run for each account: starting, saving
 * steps, skipping, finishing, with edits of several tabs merged.
 *
 * <p>Every writing locks the wizard session's row first, so that two writers of one run follow each other and each
 * decides on what is committed.
 */
@Service
@Transactional
public class BuiltInSessions {

    private final WizardSessionStore store;
    private final DraftStore drafts;
    private final Engine engine;
    private final Ids ids;
    private final Clock clock;

    BuiltInSessions(WizardSessionStore store, DraftStore drafts, Engine engine, Ids ids, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.drafts = drafts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account's run through a wizard, if it was started. */
    @Transactional(readOnly = true)
    public Optional<WizardSession> find(UserId userId, WizardDefinition wizard) {
        return store.find(userId, wizard);
    }

    /** Starts a run, or takes up the one that exists, wiping nothing; an abandoned one is brought back. */
    public Started start(UserId userId, WizardDefinition wizard) {
        Instant now = clock.instant();
        WizardSession fresh = WizardSession.start(new WizardSessionId(ids.next()), userId, wizard, now);
        if (store.insert(fresh)) {
            return new Started(fresh, fresh, false);
        }
        // One that is erased meanwhile is started anew.
        return store.lock(userId, wizard).map(found -> takenUp(found, now)).orElseGet(() -> start(userId, wizard));
    }

    private Started takenUp(WizardSession found, Instant now) {
        WizardSession run = found.touched(now);
        if (found.status() != run.status()) {
            store.update(run);
        }
        return new Started(found, run, true);
    }

    /** One step as its page shows it; empty forms before the start. */
    @Transactional(readOnly = true)
    public StepView view(UserId userId, WizardDefinition wizard, StepHandler handler) {
        Optional<WizardSession> found = store.find(userId, wizard);
        if (found.isEmpty()) {
            return new StepView(handler.key(), handler.initial(), Answers.NONE, 0, null);
        }
        WizardSession run = found.get();
        Optional<StepRecord> record = run.record(handler.key());
        return new StepView(
                handler.key(),
                handler.viewed(run.id()),
                drafts.find(run, handler.key()),
                record.map(StepRecord::version).orElse(0L),
                record.map(StepRecord::savedAt).orElse(null));
    }

    /** Stores a step's answers and the progress, and starts the run where it was not. */
    public StepOutcome complete(UserId userId, WizardDefinition wizard, StepHandler handler, Submission submission) {
        Optional<WizardSession> found = store.lock(userId, wizard);
        WizardSession run = found.orElseGet(() -> fresh(userId, wizard));
        Optional<StepOutcome> refusal = engine.refusal(run, handler.key());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (engine.decide(run, handler, submission)) {
            case Refused refused -> refused.outcome();
            case Accepted accepted -> {
                if (found.isEmpty() && !store.insert(run)) {
                    // Another tab started it meanwhile: now there is a row to lock and to decide on.
                    yield complete(userId, wizard, handler, submission);
                }
                yield engine.write(run, engine.completed(run, handler, accepted), handler, submission, accepted);
            }
        };
    }

    /** Stores edited answers of a finished run; its progress and completion stay as they are. */
    public StepOutcome revise(UserId userId, WizardDefinition wizard, StepHandler handler, Submission submission) {
        Optional<WizardSession> found = store.lock(userId, wizard).filter(WizardSession::isCompleted);
        if (found.isEmpty()) {
            return new StepOutcome.NotCompleted();
        }
        WizardSession run = found.get();
        return switch (engine.decide(run, handler, submission)) {
            case Refused refused -> refused.outcome();
            case Accepted accepted ->
                engine.write(run, run.revise(handler.key(), clock.instant()), handler, submission, accepted);
        };
    }

    /** Passes over an optional step, and starts the run where it was not. */
    public StepOutcome skip(UserId userId, WizardDefinition wizard, String stepKey) {
        Optional<WizardSession> found = store.lock(userId, wizard);
        if (found.isEmpty()) {
            return wizard.step(stepKey).required() ? new StepOutcome.Required() : new StepOutcome.NotOpen();
        }
        return engine.skip(found.get(), wizard.step(stepKey), wizard.steps());
    }

    /** Finishes a run once, however often and from wherever it is asked. */
    public FinishOutcome finish(UserId userId, WizardDefinition wizard) {
        return store.lock(userId, wizard).map(engine::finish).orElseGet(FinishOutcome.NotStarted::new);
    }

    /**
     * Erases a run with everything that hangs on it.
     *
     * @return whether there was one
     */
    public boolean erase(UserId userId, WizardDefinition wizard) {
        return store.delete(userId, wizard);
    }

    private WizardSession fresh(UserId userId, WizardDefinition wizard) {
        return WizardSession.start(new WizardSessionId(ids.next()), userId, wizard, clock.instant());
    }
}
