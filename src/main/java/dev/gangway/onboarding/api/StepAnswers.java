package dev.gangway.onboarding.api;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.web.ETags;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.WizardSession;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns what came of working on a step into answers; the same for the wizard and for the settings. */
@Component
class StepAnswers {

    private final Onboardings onboardings;
    private final Problems problems;
    private final Texts texts;

    StepAnswers(Onboardings onboardings, Problems problems, Texts texts) {
        this.onboardings = onboardings;
        this.problems = problems;
        this.texts = texts;
    }

    /** What a client sends; the version in {@code If-Match} counts where the body names none. */
    static Submission submission(StepBody body, @Nullable String ifMatch) {
        Long version = body.version() == null ? ETags.version(ifMatch) : body.version();
        return new Submission(Answers.of(body.data()), version, null);
    }

    ResponseEntity<?> of(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Advanced(WizardSession before, WizardSession after) ->
                ResponseEntity.ok().eTag(ETags.of(after.version())).body(onboardings.status(after));
            case StepOutcome.Invalid(var found) -> problems.invalid(found);
            case StepOutcome.Conflict(var conflicts) -> problems.conflict(conflicts);
            case StepOutcome.NotOpen() -> notOpen();
            case StepOutcome.Required() -> problems.wrongState(Message.of("onboarding.problem.required"));
            case StepOutcome.AlreadyCompleted() -> problems.wrongState(Message.of("onboarding.problem.completed"));
            case StepOutcome.Moved() -> problems.wrongState(Message.of("wizard.moved"));
            case StepOutcome.Expired() -> problems.wrongState(Message.of("wizard.expired"));
            case StepOutcome.NotCompleted() -> problems.wrongState(Message.of("onboarding.problem.not_completed"));
        };
    }

    ResponseEntity<?> of(FinishOutcome outcome) {
        return switch (outcome) {
            case FinishOutcome.Finished(WizardSession before, WizardSession after) ->
                ResponseEntity.ok(
                        new Completed(true, after.completedAt(), texts.of(Message.of("onboarding.completed"))));
            case FinishOutcome.Missing(var steps) ->
                problems.wrongState(Message.of("onboarding.problem.missing", names(steps)));
            case FinishOutcome.AlreadyCompleted() -> problems.wrongState(Message.of("onboarding.problem.completed"));
            case FinishOutcome.Expired() -> problems.wrongState(Message.of("wizard.expired"));
            case FinishOutcome.NotStarted() -> problems.notFound();
        };
    }

    ResponseEntity<?> of(StepView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(StepAnswer.of(view));
    }

    ResponseEntity<?> notOpen() {
        return problems.wrongState(Message.of("onboarding.problem.not_open"));
    }

    private String names(List<String> steps) {
        return steps.stream()
                .map(key ->
                        texts.of(Message.of(OnboardingStep.of(key).orElseThrow().titleKey())) + " (" + key + ")")
                .collect(Collectors.joining(", "));
    }
}
