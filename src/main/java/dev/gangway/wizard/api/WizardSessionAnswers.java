package dev.gangway.wizard.api;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.web.ETags;
import dev.gangway.wizard.ChangeOutcome;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.WizardSessions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns what came of working on a wizard session into answers. */
@Component
class WizardSessionAnswers {

    private final WizardSessions sessions;
    private final Problems problems;

    WizardSessionAnswers(WizardSessions sessions, Problems problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    /** A wizard session as it is stored now. */
    ResponseEntity<?> now(UserId userId, WizardSessionId id) {
        return sessions.find(userId, id)
                .<ResponseEntity<?>>map(WizardSessionAnswers::of)
                .orElseGet(problems::notFound);
    }

    ResponseEntity<?> of(UserId userId, WizardSessionId id, StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Advanced stored -> now(userId, id);
            case StepOutcome.Invalid(var wrong) -> problems.invalid(wrong);
            case StepOutcome.Conflict(var conflicts) -> problems.conflict(conflicts);
            case StepOutcome.NotOpen() -> notOpen();
            case StepOutcome.AlreadyCompleted() -> completed();
            case StepOutcome.Expired() -> expired();
            case StepOutcome.Moved() -> problems.wrongState(Message.of("wizard.moved"));
            case StepOutcome.Required() -> problems.wrongState(Message.of("wizard.required"));
            case StepOutcome.NotCompleted() -> throw new IllegalStateException("Nothing was revised: " + id);
        };
    }

    ResponseEntity<?> of(UserId userId, WizardSessionId id, FinishOutcome outcome) {
        return switch (outcome) {
            case FinishOutcome.Finished done -> now(userId, id);
            case FinishOutcome.Missing(var steps) ->
                problems.wrongState(Message.of("wizard.problem.missing", names(userId, id, steps)));
            case FinishOutcome.AlreadyCompleted() -> completed();
            case FinishOutcome.Expired() -> expired();
            case FinishOutcome.NotStarted() -> problems.notFound();
        };
    }

    ResponseEntity<?> of(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed(var view) -> of(view);
            case ChangeOutcome.Invalid(var wrong) -> problems.invalid(wrong);
            case ChangeOutcome.Conflict(var conflicts) -> problems.conflict(conflicts);
            case ChangeOutcome.NotOpen() -> notOpen();
            case ChangeOutcome.AlreadyCompleted() -> completed();
            case ChangeOutcome.Expired() -> expired();
            case ChangeOutcome.BuiltIn() -> builtIn();
        };
    }

    /** Why there is nothing to work on: no such thing for the caller, or the onboarding, which has addresses of its own. */
    ResponseEntity<?> absent(UserId userId, WizardSessionId id) {
        return sessions.find(userId, id).filter(WizardSessionView::builtIn).isPresent()
                ? builtIn()
                : problems.notFound();
    }

    private static ResponseEntity<?> of(WizardSessionView view) {
        return ResponseEntity.ok().eTag(ETags.of(view.session().version())).body(WizardSessionAnswer.of(view));
    }

    private String names(UserId userId, WizardSessionId id, List<String> steps) {
        Optional<WizardSessionView> view = sessions.find(userId, id);
        return steps.stream()
                .map(key -> view.flatMap(found -> found.content().step(key))
                        .map(step -> step.title() + " (" + key + ")")
                        .orElse(key))
                .collect(Collectors.joining(", "));
    }

    private ResponseEntity<?> notOpen() {
        return problems.wrongState(Message.of("wizard.not_open"));
    }

    private ResponseEntity<?> completed() {
        return problems.wrongState(Message.of("wizard.problem.completed"));
    }

    private ResponseEntity<?> expired() {
        return problems.wrongState(Message.of("wizard.expired"));
    }

    private ResponseEntity<?> builtIn() {
        return problems.wrongState(Message.of("wizard.problem.built_in_session"));
    }
}
