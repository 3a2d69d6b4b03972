package dev.gangway.wizard;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.internal.DraftStore;
import dev.gangway.wizard.internal.WizardSessionStore;
import dev.gangway.wizard.internal.WizardSessionStore.Superseded;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Walks accounts through wizards: starting, saving steps, skipping, finishing, with edits of several tabs merged.
 *
 * <p>Every writing locks the wizard session's row first, so that two writers of one run follow each other and each
 * decides on what is committed.
 */
@Service
@Transactional
public class WizardSessions {

    private static final int COMPLETION_SHARDS = 16;

    private final WizardSessionStore store;
    private final DraftStore drafts;
    private final Ids ids;
    private final Clock clock;

    WizardSessions(WizardSessionStore store, DraftStore drafts, Ids ids, Clock clock) {
        this.store = store;
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
        WizardSession found = store.lock(userId, wizard).orElseThrow();
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
        if (run.isCompleted()) {
            return new StepOutcome.AlreadyCompleted();
        }
        if (!run.isOpen(handler.key())) {
            return new StepOutcome.NotOpen();
        }
        return switch (decide(run, handler, submission)) {
            case Refused refused -> refused.outcome();
            case Accepted accepted -> {
                if (found.isEmpty() && !store.insert(run)) {
                    // Another tab started it meanwhile: now there is a row to lock and to decide on.
                    yield complete(userId, wizard, handler, submission);
                }
                yield write(run, run.complete(handler.key(), clock.instant()), handler, submission, accepted);
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
        return switch (decide(run, handler, submission)) {
            case Refused refused -> refused.outcome();
            case Accepted accepted ->
                write(run, run.revise(handler.key(), clock.instant()), handler, submission, accepted);
        };
    }

    /** Passes over an optional step, and starts the run where it was not. */
    public StepOutcome skip(UserId userId, WizardDefinition wizard, String stepKey) {
        Optional<WizardSession> found = store.lock(userId, wizard);
        if (found.isEmpty()) {
            return wizard.step(stepKey).required() ? new StepOutcome.Required() : new StepOutcome.NotOpen();
        }
        WizardSession run = found.get();
        if (run.isCompleted()) {
            return new StepOutcome.AlreadyCompleted();
        }
        if (wizard.step(stepKey).required()) {
            return new StepOutcome.Required();
        }
        if (!run.isOpen(stepKey)) {
            return new StepOutcome.NotOpen();
        }
        WizardSession after = run.skip(stepKey, clock.instant());
        store.update(after);
        return new StepOutcome.Advanced(run, after);
    }

    /** Finishes a run once, however often and from wherever it is asked. */
    public FinishOutcome finish(UserId userId, WizardDefinition wizard) {
        Optional<WizardSession> found = store.lock(userId, wizard);
        if (found.isEmpty()) {
            return new FinishOutcome.NotStarted();
        }
        WizardSession run = found.get();
        if (run.isCompleted()) {
            return new FinishOutcome.AlreadyCompleted();
        }
        List<String> missing = run.missingSteps();
        if (!missing.isEmpty()) {
            return new FinishOutcome.Missing(missing);
        }
        WizardSession after = run.finish(clock.instant());
        store.finish(after, Math.floorMod(run.id().hashCode(), COMPLETION_SHARDS));
        return new FinishOutcome.Finished(run, after);
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

    private Decision decide(WizardSession run, StepHandler handler, Submission submission) {
        Optional<StepRecord> record = run.record(handler.key());
        Answers stored = record.isPresent() ? handler.saved(run.id()) : handler.initial();
        Answers base = base(run, handler, record.orElse(null), stored, submission.version());
        Answers sent = submission.answers().where(field -> !handler.isReadOnly(field));
        Merge merge = Merge.of(base, normal(handler, base.with(sent), stored), stored);
        if (!merge.conflicts().isEmpty()) {
            return new Refused(new StepOutcome.Conflict(merge.conflicts().stream()
                    .map(conflict -> new FieldConflict(
                            conflict.field(),
                            handler.shown(conflict.field(), conflict.yours()),
                            handler.shown(conflict.field(), conflict.theirs())))
                    .toList()));
        }
        return switch (handler.check(merge.merged(), stored)) {
            case StepHandler.Check.Invalid(var problems) -> new Refused(new StepOutcome.Invalid(problems));
            case StepHandler.Check.Valid(var answers) ->
                new Accepted(
                        answers,
                        stored,
                        record.map(last -> new Superseded(stored, last.version(), last.savedAt()))
                                .orElse(null));
        };
    }

    /** Answers in the form in which they would be stored, so that a different spelling of the same is no conflict. */
    private static Answers normal(StepHandler handler, Answers answers, Answers stored) {
        return handler.check(answers, stored) instanceof StepHandler.Check.Valid(var normal) ? normal : answers;
    }

    private Answers base(
            WizardSession run,
            StepHandler handler,
            @Nullable StepRecord record,
            Answers stored,
            @Nullable Long version) {
        if (record == null || version == null || version >= record.version()) {
            return stored;
        }
        return store.answersAt(run.id(), handler.key(), version).orElseGet(handler::initial);
    }

    private StepOutcome write(
            WizardSession before, WizardSession after, StepHandler handler, Submission submission, Accepted accepted) {
        handler.store(after, accepted.answers(), accepted.stored());
        store.advance(after, handler.key(), accepted.superseded(), submission.draftFields());
        return new StepOutcome.Advanced(before, after);
    }

    private sealed interface Decision {}

    private record Refused(StepOutcome outcome) implements Decision {}

    private record Accepted(
            Answers answers, Answers stored, @Nullable Superseded superseded) implements Decision {}
}
