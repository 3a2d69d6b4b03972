package dev.gangway.wizard.api;

import dev.gangway.base.Message;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.wizard.MoveOutcome;
import dev.gangway.wizard.MovePreview;
import dev.gangway.wizard.MovePreview.Fate;
import dev.gangway.wizard.MovePreview.Reason;
import dev.gangway.wizard.WizardMove;
import dev.gangway.wizard.WizardMoves;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving running wizard sessions to the published version of their wizard: preview, start, progress, cancel. */
@RestController
@RequestMapping("/api/v1/wizards/{id}")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Wizards")
class WizardMovesController {

    private final WizardMoves moves;
    private final Problems problems;
    private final CurrentCaller caller;

    WizardMovesController(WizardMoves moves, Problems problems, CurrentCaller caller) {
        this.moves = moves;
        this.problems = problems;
        this.caller = caller;
    }

    @PostMapping("/move")
    @Operation(summary = "Move running wizard sessions to the published version, or say what that would do")
    ResponseEntity<?> move(@PathVariable UUID id, @RequestBody(required = false) @Nullable MoveBody body) {
        Integer version = body == null ? null : body.version();
        return answer(
                version == null ? moves.preview(id) : moves.start(caller.get().userId(), id, version));
    }

    @GetMapping("/moves/{move_id}")
    @Operation(summary = "How far a move is")
    ResponseEntity<?> find(@PathVariable UUID id, @PathVariable("move_id") UUID moveId) {
        return moves.find(id, moveId)
                .<ResponseEntity<?>>map(move -> ResponseEntity.ok(MoveAnswer.of(move)))
                .orElseGet(problems::notFound);
    }

    @PostMapping("/moves/{move_id}/cancel")
    @Operation(summary = "Stop a move")
    ResponseEntity<?> cancel(@PathVariable UUID id, @PathVariable("move_id") UUID moveId) {
        if (moves.find(id, moveId).isEmpty()) {
            return problems.notFound();
        }
        return moves.cancel(caller.get().userId(), moveId)
                ? find(id, moveId)
                : problems.wrongState(Message.of("moves.problem.over"));
    }

    private ResponseEntity<?> answer(MoveOutcome outcome) {
        return switch (outcome) {
            case MoveOutcome.Previewed(var preview) -> ResponseEntity.ok(PreviewAnswer.of(preview));
            case MoveOutcome.Started(var move) ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(MoveAnswer.of(move));
            case MoveOutcome.AtWork(var other) -> problems.wrongState(Message.of("moves.problem.at_work"));
            case MoveOutcome.Nothing() -> problems.wrongState(Message.of("moves.problem.nothing"));
            case MoveOutcome.Stale(int published) -> problems.wrongState(Message.of("moves.problem.stale", published));
            case MoveOutcome.NotPublished() -> problems.wrongState(Message.of("moves.not_published"));
            case MoveOutcome.BuiltIn() -> problems.wrongState(Message.of("moves.problem.built_in"));
            case MoveOutcome.NotFound() -> problems.notFound();
        };
    }

    /** @param version the published version, as a preview says it; none: only preview */
    record MoveBody(@Nullable Integer version) {}

    record PreviewAnswer(int version, long sessions, long kept, long dropped, List<FateAnswer> answers) {

        static PreviewAnswer of(MovePreview preview) {
            return new PreviewAnswer(
                    preview.version(),
                    preview.moving(),
                    preview.kept(),
                    preview.dropped(),
                    preview.answers().stream().map(FateAnswer::of).toList());
        }
    }

    record FateAnswer(String stepKey, String fieldKey, long kept, long dropped, List<String> reasons) {

        static FateAnswer of(Fate fate) {
            return new FateAnswer(
                    fate.step(),
                    fate.field(),
                    fate.kept(),
                    fate.dropped(),
                    fate.reasons().stream().map(Reason::word).toList());
        }
    }

    record MoveAnswer(
            UUID id,
            UUID wizardId,
            int version,
            String status,
            Instant startedAt,
            @Nullable Instant finishedAt,
            int progressPercentage,
            long sessions,
            long moved,
            long passedOver,
            long kept,
            long dropped) {

        static MoveAnswer of(WizardMove move) {
            return new MoveAnswer(
                    move.id(),
                    move.wizardId(),
                    move.version(),
                    move.state().word(),
                    move.startedAt(),
                    move.finishedAt(),
                    move.percent(),
                    move.expected(),
                    move.moved(),
                    move.passedOver(),
                    move.kept(),
                    move.dropped());
        }
    }
}
