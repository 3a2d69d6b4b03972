package dev.gangway.training.api;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.AssignmentOutcome;
import dev.gangway.training.AssignmentOutcome.Decided;
import dev.gangway.training.AssignmentResult;
import dev.gangway.training.Assignments;
import dev.gangway.training.Verdict;
import dev.gangway.training.WhatIfOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asks for a trainer, really or only to see what would come of it. */
@RestController
@RequestMapping("/api/v1/booking")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Training")
class AssignmentController {

    private static final double FARTHEST = 20_100;

    private final Assignments assignments;
    private final CurrentCaller caller;
    private final Problems problems;
    private final Texts texts;

    AssignmentController(Assignments assignments, CurrentCaller caller, Problems problems, Texts texts) {
        this.assignments = assignments;
        this.caller = caller;
        this.problems = problems;
        this.texts = texts;
    }

    @PostMapping("/auto-assign-trainer")
    @Operation(summary = "Assign a trainer to a booking")
    ResponseEntity<?> assign(@RequestBody BookingBody body) {
        if (body.extraKm() != null) {
            return invalid(List.of(FieldProblem.of("extraKm", "problem.field.unknown")));
        }
        return switch (assignments.assign(caller.get().userId(), body.request())) {
            case AssignmentOutcome.Invalid(var wrong) -> invalid(wrong);
            case Decided decided -> ResponseEntity.ok(answer(decided));
        };
    }

    @PostMapping("/assignments/what-if")
    @Operation(summary = "What an assignment would come to")
    ResponseEntity<?> whatIf(@RequestBody BookingBody body) {
        double extraKm = body.extraKm() == null ? 0 : body.extraKm();
        if (!(extraKm >= 0 && extraKm <= FARTHEST)) {
            return invalid(List.of(FieldProblem.of("extraKm", "training.number_from", 0, FARTHEST)));
        }
        return switch (assignments.whatIf(body.request(), extraKm)) {
            case WhatIfOutcome.Invalid(var wrong) -> invalid(wrong);
            case WhatIfOutcome.Imagined(var verdict) -> ResponseEntity.ok(answer(verdict));
        };
    }

    private ResponseEntity<ProblemDetail> invalid(List<FieldProblem> wrong) {
        ResponseEntity<ProblemDetail> answer = problems.invalid(wrong);
        ProblemDetail body = answer.getBody();
        if (body != null) {
            body.setProperty("success", false);
            body.setProperty("result", "INVALID_PURCHASE");
        }
        return answer;
    }

    private AssignmentAnswer answer(Decided decided) {
        boolean changedSince = decided.isAssignedNow() && decided.result() != AssignmentResult.ASSIGNED;
        return new AssignmentAnswer(
                decided.result() != AssignmentResult.SERVICE_NOT_AVAILABLE,
                decided.result().name(),
                new DataAnswer(
                        decided.purchaseId().toString(),
                        value(decided.trainer()),
                        changedSince
                                ? texts.of(Message.of("training.result.assigned_since"))
                                : message(decided.result()),
                        decided.verdictId().toString()));
    }

    private WhatIfAnswer answer(Verdict verdict) {
        return new WhatIfAnswer(
                verdict.result() != AssignmentResult.SERVICE_NOT_AVAILABLE,
                verdict.result().name(),
                new DataAnswer(null, value(verdict.chosen()), message(verdict.result()), null),
                VerdictAnswer.of(verdict));
    }

    private String message(AssignmentResult result) {
        return texts.of(Message.of("training.result." + result.name().toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String value(@Nullable UserId person) {
        return person == null ? null : person.value();
    }

    /** What came of an assignment. */
    @CamelCase
    record AssignmentAnswer(boolean success, String result, DataAnswer data) {}

    /** What would come of one. */
    @CamelCase
    record WhatIfAnswer(boolean success, String result, DataAnswer data, VerdictAnswer verdict) {}

    /** What it is about; without ids where nothing was stored. */
    @CamelCase
    record DataAnswer(
            @Nullable String purchaseId,
            @Nullable String trainerId,
            String message,
            @Nullable String verdictId) {}
}
