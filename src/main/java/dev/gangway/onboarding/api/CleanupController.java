package dev.gangway.onboarding.api;

import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.onboarding.Cleanup;
import dev.gangway.onboarding.Cleanup.Deletion;
import dev.gangway.onboarding.OnboardingCleanup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clears away given up onboardings when an administrator asks for it. */
@RestController
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Onboarding")
class CleanupController {

    private final OnboardingCleanup cleanup;
    private final CurrentCaller caller;
    private final Problems problems;

    CleanupController(OnboardingCleanup cleanup, CurrentCaller caller, Problems problems) {
        this.cleanup = cleanup;
        this.caller = caller;
        this.problems = problems;
    }

    @PostMapping("/api/onboarding/cleanup")
    @Operation(
            summary = "Clear away incomplete onboardings without activity",
            description =
                    "They become abandoned, and are deleted 7 days later; purge deletes at once, preview only counts.")
    ResponseEntity<?> cleanup(
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "false") boolean purge,
            @RequestParam(defaultValue = "false") boolean preview) {
        if (hours < Cleanup.MIN_HOURS || hours > Cleanup.MAX_HOURS) {
            return problems.of(
                    ProblemType.MALFORMED,
                    Message.of(
                            "onboarding.problem.cleanup_hours",
                            String.valueOf(Cleanup.MIN_HOURS),
                            String.valueOf(Cleanup.MAX_HOURS)));
        }
        Deletion deletion = purge ? Deletion.AT_ONCE : Deletion.AFTER_GRACE;
        return ResponseEntity.ok(CleanupAnswer.of(
                preview
                        ? cleanup.preview(hours, deletion)
                        : cleanup.run(hours, deletion, caller.get().userId())));
    }

    record CleanupAnswer(boolean success, long abandonedCount, long deletedCount, int cutoffHours, Instant cutoffTime) {

        static CleanupAnswer of(Cleanup done) {
            return new CleanupAnswer(
                    true, done.abandonedCount(), done.deletedCount(), done.cutoffHours(), done.cutoffTime());
        }
    }
}
