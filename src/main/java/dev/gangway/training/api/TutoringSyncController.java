package dev.gangway.training.api;

import dev.gangway.base.Texts;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.SyncOutcome;
import dev.gangway.training.SyncProblem;
import dev.gangway.training.SyncProgress;
import dev.gangway.training.SyncReport;
import dev.gangway.training.TutoringSync;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes tutoring sessions agree with the purchase sessions that they repeat. */
@RestController
@RequestMapping("/api/v1/booking/sync-sessions")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Training")
class TutoringSyncController {

    private final TutoringSync sync;
    private final CurrentCaller caller;
    private final Problems problems;
    private final Texts texts;

    TutoringSyncController(TutoringSync sync, CurrentCaller caller, Problems problems, Texts texts) {
        this.sync = sync;
        this.caller = caller;
        this.problems = problems;
        this.texts = texts;
    }

    @PostMapping("/{id}")
    @Operation(summary = "Sync one purchase")
    ResponseEntity<?> purchase(@PathVariable UUID id) {
        return answer(sync.purchase(id, caller.get().userId()));
    }

    @PostMapping("/session/{id}")
    @Operation(summary = "Sync one session of a purchase")
    ResponseEntity<?> lesson(@PathVariable UUID id) {
        return answer(sync.lesson(id, caller.get().userId()));
    }

    @PostMapping("/all")
    @Operation(summary = "Sync everything that is missing or wrong")
    AllAnswer all() {
        SyncReport report = sync.all(caller.get().userId(), SyncProgress.NONE);
        return new AllAnswer(
                report.purchases(), report.created(), report.updated(), report.errors(), errors(report.problems()));
    }

    private ResponseEntity<?> answer(SyncOutcome outcome) {
        return switch (outcome) {
            case SyncOutcome.Done(var report) ->
                ResponseEntity.ok(new OneAnswer(
                        report.errors() == 0, report.created(), report.updated(), errors(report.problems())));
            case SyncOutcome.NotReady(var why) -> problems.wrongState(why);
            case SyncOutcome.Unknown unknown -> problems.notFound();
        };
    }

    private List<ErrorAnswer> errors(List<SyncProblem> found) {
        return found.stream()
                .map(problem -> new ErrorAnswer(problem.row().toString(), texts.of(problem.why())))
                .toList();
    }

    /** What a sync of one purchase did. */
    @CamelCase
    record OneAnswer(boolean success, long sessionsCreated, long sessionsUpdated, List<ErrorAnswer> errors) {}

    /** What a sync of everything did; the errors are named up to a number. */
    @CamelCase
    record AllAnswer(
            long purchasesProcessed,
            long sessionsCreated,
            long sessionsUpdated,
            long errorCount,
            List<ErrorAnswer> errors) {}

    /** A row that could not be synced. */
    @CamelCase
    record ErrorAnswer(String sessionId, String error) {}
}
