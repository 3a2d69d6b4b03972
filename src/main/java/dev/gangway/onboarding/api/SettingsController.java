package dev.gangway.onboarding.api;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The values of the steps after the onboarding is completed. */
@RestController
@RequestMapping("/api/settings/{name}")
@PreAuthorize("hasRole('USER')")
@Tag(name = "Settings")
class SettingsController {

    private final Onboardings onboardings;
    private final StepAnswers answers;
    private final Problems problems;
    private final CurrentCaller caller;

    SettingsController(Onboardings onboardings, StepAnswers answers, Problems problems, CurrentCaller caller) {
        this.onboardings = onboardings;
        this.answers = answers;
        this.problems = problems;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "The values of one step")
    ResponseEntity<?> read(@PathVariable String name) {
        UserId userId = caller.get().userId();
        Optional<OnboardingStep> step = step(name);
        if (step.isEmpty()) {
            return problems.notFound();
        }
        return onboardings.status(userId).completed()
                ? answers.of(onboardings.step(userId, step.get()))
                : problems.wrongState(Message.of("onboarding.problem.not_completed"));
    }

    @PutMapping
    @Operation(summary = "Change the values of one step")
    ResponseEntity<?> save(
            @PathVariable String name,
            @RequestBody @Valid StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return step(name)
                .<ResponseEntity<?>>map(step -> answers.of(
                        onboardings.revise(caller.get().userId(), step, StepAnswers.submission(body, ifMatch))))
                .orElseGet(problems::notFound);
    }

    private static Optional<OnboardingStep> step(String name) {
        return OnboardingStep.of(name).filter(step -> step != OnboardingStep.SUMMARY);
    }
}
