package dev.gangway.onboarding.api;

import dev.gangway.account.Accounts;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStatus;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.wizard.Started;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's onboarding as a whole: starting, status, summary, finishing, erasing. */
@RestController
@RequestMapping("/api/onboarding")
@PreAuthorize("hasRole('USER')")
@Tag(name = "Onboarding")
class OnboardingController {

    private final Onboardings onboardings;
    private final Accounts accounts;
    private final Summaries summaries;
    private final StepAnswers answers;
    private final Problems problems;
    private final CurrentCaller caller;

    OnboardingController(
            Onboardings onboardings,
            Accounts accounts,
            Summaries summaries,
            StepAnswers answers,
            Problems problems,
            CurrentCaller caller) {
        this.onboardings = onboardings;
        this.accounts = accounts;
        this.summaries = summaries;
        this.answers = answers;
        this.problems = problems;
        this.caller = caller;
    }

    @PostMapping("/start")
    @PreAuthorize("hasAnyRole('USER', 'ADMIN')")
    @Operation(summary = "Start the onboarding, or take up the one that exists")
    ResponseEntity<?> start(@RequestBody(required = false) @Nullable StartBody body) {
        Caller current = caller.get();
        UserId userId = body == null || body.userId() == null ? current.userId() : body.userId();
        boolean own = userId.equals(current.userId());
        if (!own && !current.is(Role.ADMIN)) {
            return problems.of(ProblemType.FORBIDDEN, Message.of("onboarding.problem.other_account"));
        }
        if (!own && accounts.find(userId).isEmpty()) {
            return problems.notFound();
        }
        Started started = own ? onboardings.start(userId) : onboardings.startFor(userId, current.userId());
        return ResponseEntity.ok(
                new StartedAnswer(started.run().id().value(), started.run().startedAt(), started.resumed()));
    }

    @GetMapping("/status")
    @Operation(summary = "How far the onboarding is")
    ResponseEntity<?> status(@RequestParam(name = "session_id", required = false) @Nullable String sessionId) {
        OnboardingStatus status = onboardings.status(caller.get().userId());
        return SessionIds.isOwn(sessionId, status.sessionId()) ? ResponseEntity.ok(status) : problems.notFound();
    }

    @GetMapping("/summary")
    @Operation(summary = "Everything that step 6 shows")
    ResponseEntity<?> summary(@RequestParam(name = "session_id", required = false) @Nullable String sessionId) {
        return onboardings
                .summary(caller.get().userId())
                .filter(summary -> SessionIds.isOwn(sessionId, summary.sessionId()))
                .<ResponseEntity<?>>map(summary -> ResponseEntity.ok(summaries.answer(summary)))
                .orElseGet(problems::notFound);
    }

    @PostMapping("/complete")
    @Operation(summary = "Finish the onboarding")
    ResponseEntity<?> complete(@RequestBody(required = false) @Nullable SessionBody body) {
        UserId userId = caller.get().userId();
        if (body != null
                && body.sessionId() != null
                && !SessionIds.isOwn(
                        body.sessionId(), onboardings.status(userId).sessionId())) {
            return problems.notFound();
        }
        return answers.of(onboardings.finish(userId));
    }

    @DeleteMapping
    @Operation(summary = "Erase everything of the onboarding")
    ResponseEntity<Void> erase() {
        onboardings.erase(caller.get().userId());
        return ResponseEntity.noContent().build();
    }

    record StartBody(@Nullable UserId userId) {}

    record StartedAnswer(UUID sessionId, Instant startedAt, boolean resumed) {}

    record SessionBody(@Nullable String sessionId) {}
}
