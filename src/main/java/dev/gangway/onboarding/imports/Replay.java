package dev.gangway.onboarding.imports;

import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepRecord;
import dev.gangway.wizard.WizardSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a file's steps through a wizard session, by the same transitions as a person would. A step that the database has
 * from the same time or later is left as it is.
 */
final class Replay {

    private final WizardSession before;
    private final List<Stored> stored = new ArrayList<>();
    private WizardSession run;

    /**
     * Answers to be stored.
     *
     * @param run the wizard session as it is after them
     * @param replaced what became of the step before; null where nothing is stored yet
     */
    record Stored(
            OnboardingStep step,
            WizardSession run,
            Answers answers,
            @Nullable StepRecord replaced) {}

    Replay(WizardSession before, ProgressFile file) {
        this.before = before;
        this.run = before;
        file.steps().forEach(this::walk);
    }

    private void walk(OnboardingStep step, ProgressFile.Left left) {
        Optional<StepRecord> known = run.record(step.key());
        if (step == OnboardingStep.SUMMARY) {
            finish(left.at());
        } else if (known.isEmpty() || known.get().savedAt().isBefore(left.at())) {
            switch (left) {
                case ProgressFile.Completed(var at, var answers) -> {
                    run = run.isCompleted() ? run.revise(step.key(), at) : run.complete(step.key(), at);
                    stored.add(new Stored(step, run, answers, known.orElse(null)));
                }
                case ProgressFile.Skipped(var at) -> {
                    if (known.isEmpty() && !run.isCompleted()) {
                        run = run.skip(step.key(), at);
                    }
                }
            }
        }
    }

    /** Only if nobody has gone on with it here since. */
    private void finish(Instant at) {
        boolean goneOn = before.steps().values().stream()
                .anyMatch(record -> record.savedAt().isAfter(at));
        if (!run.isCompleted() && !goneOn && run.missingSteps().isEmpty()) {
            run = run.finish(at);
        }
    }

    /** What must be stored, in order. */
    List<Stored> stored() {
        return List.copyOf(stored);
    }

    /** Whether the file says nothing new. */
    boolean isUnchanged() {
        return run.version() == before.version();
    }

    /** Whether it was finished by the file. */
    boolean isFinished() {
        return run.isCompleted() && !before.isCompleted();
    }

    /**
     * The wizard session as it is afterwards. Being taken over counts as activity, so that what is under way is not cleared
     * away before its person has seen it here.
     */
    WizardSession after(Instant now) {
        return new WizardSession(
                run.id(),
                run.userId(),
                run.wizard(),
                run.name(),
                run.status(),
                run.progress(),
                Map.copyOf(run.steps()),
                run.version(),
                run.startedAt(),
                now,
                later(run.updatedAt(), before.updatedAt()),
                run.completedAt(),
                run.abandonedAt(),
                run.totalTimeSeconds());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
