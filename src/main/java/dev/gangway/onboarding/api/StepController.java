package dev.gangway.onboarding.api;

import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.wizard.Answers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the caller's onboarding. */
@RestController
@RequestMapping("/api/onboarding/steps/{name}")
@PreAuthorize("hasRole('USER')")
@Tag(name = "Onboarding steps")
class StepController {

    private final Onboardings onboardings;
    private final StepAnswers answers;
    private final Problems problems;
    private final CurrentCaller caller;

    StepController(Onboardings onboardings, StepAnswers answers, Problems problems, CurrentCaller caller) {
        this.onboardings = onboardings;
        this.answers = answers;
        this.problems = problems;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "One step with its stored data and draft")
    ResponseEntity<?> read(@PathVariable String name) {
        return withAnswers(
                name, step -> answers.of(onboardings.step(caller.get().userId(), step)));
    }

    @PutMapping
    @Operation(summary = "Next: store the step's data and the progress")
    ResponseEntity<?> save(
            @PathVariable String name,
            @RequestBody @Valid StepBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return withAnswers(
                name,
                step -> answers.of(
                        onboardings.complete(caller.get().userId(), step, StepAnswers.submission(body, ifMatch))));
    }

    @PutMapping("/draft")
    @Operation(summary = "Keep what is typed and not submitted yet")
    ResponseEntity<?> draft(@PathVariable String name, @RequestBody @Valid DraftBody body) {
        return withAnswers(
                name,
                step -> onboardings.replaceDraft(caller.get().userId(), step, Answers.of(body.data()))
                        ? ResponseEntity.noContent().build()
                        : answers.notOpen());
    }

    @PostMapping("/skip")
    @Operation(summary = "Pass over an optional step")
    ResponseEntity<?> skip(@PathVariable String name) {
        return OnboardingStep.of(name)
                .<ResponseEntity<?>>map(
                        step -> answers.of(onboardings.skip(caller.get().userId(), step)))
                .orElseGet(problems::notFound);
    }

    private ResponseEntity<?> withAnswers(String name, Function<OnboardingStep, ResponseEntity<?>> work) {
        Optional<OnboardingStep> step = OnboardingStep.of(name).filter(found -> found != OnboardingStep.SUMMARY);
        return step.<ResponseEntity<?>>map(work).orElseGet(problems::notFound);
    }
}
