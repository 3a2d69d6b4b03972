package dev.gangway.wizard;

import dev.gangway.base.FieldConflict;
import dev.gangway.wizard.internal.WizardSessionStore;
import dev.gangway.wizard.internal.WizardSessionStore.Superseded;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What happens to a wizard session whose row the caller has locked; the same for every wizard, however its steps are
 * stored.
 */
@Component
class Engine {

    private final WizardSessionStore store;
    private final ObjectProvider<RefusedAnswers> listeners;
    private final Clock clock;

    Engine(WizardSessionStore store, ObjectProvider<RefusedAnswers> listeners, Clock clock) {
        this.store = store;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Why the step's answers cannot be taken now, if so. */
    Optional<StepOutcome> refusal(WizardSession run, String stepKey) {
        if (run.isCompleted()) {
            return Optional.of(new StepOutcome.AlreadyCompleted());
        }
        if (run.isExpired()) {
            return Optional.of(new StepOutcome.Expired());
        }
        return run.isOpen(stepKey) ? Optional.empty() : Optional.of(new StepOutcome.NotOpen());
    }

    /** The run after the step's answers were accepted, asking what follows from them. */
    WizardSession completed(WizardSession run, StepHandler handler, Accepted accepted) {
        return run.asking(handler.asked(run, accepted.answers())).complete(handler.key(), clock.instant());
    }

    /**
     * Passes over an optional step.
     *
     * @param asked what is asked once the step's own answers count no more
     */
    StepOutcome skip(WizardSession run, StepDefinition step, List<StepDefinition> asked) {
        Optional<StepOutcome> over = refusal(run, step.key()).filter(why -> !(why instanceof StepOutcome.NotOpen));
        if (over.isPresent()) {
            return over.get();
        }
        if (step.required()) {
            return new StepOutcome.Required();
        }
        if (!run.isOpen(step.key())) {
            return new StepOutcome.NotOpen();
        }
        WizardSession after = run.isBehind(step)
                ? run.skip(step.key(), clock.instant())
                : run.asking(asked).skip(step.key(), clock.instant());
        store.update(after);
        return new StepOutcome.Advanced(run, after);
    }

    /** Finishes a run once, however often and from wherever it is asked. */
    FinishOutcome finish(WizardSession run) {
        if (run.isCompleted()) {
            return new FinishOutcome.AlreadyCompleted();
        }
        if (run.isExpired()) {
            return new FinishOutcome.Expired();
        }
        List<String> missing = run.missingSteps();
        if (!missing.isEmpty()) {
            return new FinishOutcome.Missing(missing);
        }
        WizardSession after = run.finish(clock.instant());
        store.finish(after);
        return new FinishOutcome.Finished(run, after);
    }

    /** Merges what was sent with what is stored, and checks the outcome. */
    Decision decide(WizardSession run, StepHandler handler, Submission submission) {
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
            case StepHandler.Check.Invalid(var problems) -> {
                listeners.orderedStream().forEach(listener -> listener.refused(run, handler.key(), problems));
                yield new Refused(new StepOutcome.Invalid(problems));
            }
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
        if (record == null || version == null || version == record.version()) {
            return stored;
        }
        return store.answersAt(run.id(), handler.key(), version).orElseGet(handler::initial);
    }

    /** Stores accepted answers and the run as it is after them. */
    StepOutcome write(
            WizardSession before, WizardSession after, StepHandler handler, Submission submission, Accepted accepted) {
        handler.store(after, accepted.answers(), accepted.stored());
        store.advance(before, after, handler.key(), accepted.superseded(), submission.draftFields());
        return new StepOutcome.Advanced(before, after);
    }

    sealed interface Decision {}

    /** Nothing is stored. */
    record Refused(StepOutcome outcome) implements Decision {}

    /**
     * The answers can be stored.
     *
     * @param answers in their normal form
     * @param stored what they replace
     */
    record Accepted(
            Answers answers, Answers stored, @Nullable Superseded superseded) implements Decision {}
}
