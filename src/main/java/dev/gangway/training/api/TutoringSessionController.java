package dev.gangway.training.api;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.web.Page;
import dev.gangway.training.TutoringAction;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringFilter;
import dev.gangway.training.TutoringFilter.Position;
import dev.gangway.training.TutoringOutcome;
import dev.gangway.training.TutoringSession;
import dev.gangway.training.TutoringSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists tutoring sessions and moves them on: each side its own, administrators all. */
@RestController
@RequestMapping("/api/v1/booking/tutoring-sessions")
@Tag(name = "Training")
class TutoringSessionController {

    private static final int MOST = 200;
    private static final int LONGEST_REASON = 1_000;
    private static final String TRAINER = "hasAnyRole('TRAINER', 'ADMIN')";

    private final TutoringSessions lessons;
    private final CurrentCaller caller;
    private final Problems problems;

    TutoringSessionController(TutoringSessions lessons, CurrentCaller caller, Problems problems) {
        this.lessons = lessons;
        this.caller = caller;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "List tutoring sessions")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable UUID purchaseId,
            @RequestParam(required = false) @Nullable String trainerId,
            @RequestParam(required = false) @Nullable String studentId,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            return problems.of(ProblemType.MALFORMED, Message.of("problem.limit", MOST));
        }
        Optional<Position> after = position(cursor);
        Optional<UserId> trainer = person(trainerId);
        Optional<UserId> student = person(studentId);
        if ((cursor != null && after.isEmpty())
                || (trainerId != null && trainer.isEmpty())
                || (studentId != null && student.isEmpty())) {
            return problems.of(ProblemType.MALFORMED);
        }
        TutoringFilter filter = new TutoringFilter(purchaseId, trainer.orElse(null), student.orElse(null), null);
        List<TutoringSession> found = lessons.page(caller.get(), filter, after.orElse(null), limit + 1);
        return ResponseEntity.ok(Page.of(found, limit, Answer::of, TutoringSessionController::cursor));
    }

    @PostMapping("/{id}/start")
    @PreAuthorize(TRAINER)
    @Operation(summary = "Begin a tutoring session")
    ResponseEntity<?> start(@PathVariable UUID id) {
        return act(id, TutoringAction.START);
    }

    @PostMapping("/{id}/complete")
    @PreAuthorize(TRAINER)
    @Operation(summary = "End a tutoring session")
    ResponseEntity<?> complete(@PathVariable UUID id) {
        return act(id, TutoringAction.COMPLETE);
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize(TRAINER)
    @Operation(summary = "Call a tutoring session off")
    ResponseEntity<?> cancel(@PathVariable UUID id) {
        return act(id, TutoringAction.CANCEL);
    }

    @PostMapping("/{id}/confirm")
    @Operation(summary = "Confirm that a tutoring session took place")
    ResponseEntity<?> confirm(@PathVariable UUID id) {
        return act(id, TutoringAction.CONFIRM);
    }

    @PostMapping("/{id}/dispute")
    @Operation(summary = "Say that a tutoring session was not as it should have been")
    ResponseEntity<?> dispute(@PathVariable UUID id, @RequestBody(required = false) @Nullable DisputeBody body) {
        String reason = body == null ? null : body.reason();
        if (reason == null) {
            return act(id, TutoringAction.DISPUTE);
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            return problems.invalid(List.of(FieldProblem.of("reason", "training.reason", LONGEST_REASON)));
        }
        return answer(lessons.dispute(caller.get(), id, reason.strip()));
    }

    @PostMapping("/{id}/absence")
    @Operation(summary = "Note that somebody was absent from a tutoring session")
    ResponseEntity<?> absence(@PathVariable UUID id, @RequestBody AbsenceBody body) {
        Optional<Side> absent = Arrays.stream(Side.values())
                .filter(side -> word(side).equals(body.absent()))
                .findFirst();
        return absent.<ResponseEntity<?>>map(side -> answer(lessons.absent(caller.get(), id, side)))
                .orElseGet(() -> problems.invalid(List.of(FieldProblem.of("absent", "training.tutoring.absent"))));
    }

    private ResponseEntity<?> act(UUID id, TutoringAction action) {
        return answer(lessons.act(caller.get(), id, action));
    }

    private ResponseEntity<?> answer(TutoringOutcome outcome) {
        return switch (outcome) {
            case TutoringOutcome.Done(var lesson) -> ResponseEntity.ok(Answer.of(lesson));
            case TutoringOutcome.WrongState(var status) ->
                problems.wrongState(Message.of(
                        "training.tutoring.wrong_state", Message.of("training.tutoring.status." + word(status))));
            case TutoringOutcome.TooEarly(var startsAt) ->
                problems.wrongState(Message.of("training.tutoring.too_early", startsAt.toString()));
            case TutoringOutcome.NotYours other -> problems.of(ProblemType.FORBIDDEN);
            case TutoringOutcome.Unknown unknown -> problems.notFound();
        };
    }

    private static Optional<UserId> person(@Nullable String id) {
        return id == null ? Optional.empty() : UserId.read(id);
    }

    private static String cursor(TutoringSession lesson) {
        return lesson.startsAt() + "_" + lesson.id();
    }

    private static Optional<Position> position(@Nullable String cursor) {
        int middle = cursor == null ? -1 : cursor.indexOf('_');
        if (cursor == null || middle < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(
                    Instant.parse(cursor.substring(0, middle)), UUID.fromString(cursor.substring(middle + 1))));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Why a tutoring session is disputed. */
    @CamelCase
    record DisputeBody(@Nullable String reason) {}

    /** Who was absent. */
    @CamelCase
    record AbsenceBody(@Nullable String absent) {}

    /** A tutoring session as it is answered. */
    @CamelCase
    record Answer(
            String id,
            String purchaseSessionId,
            int sessionNumber,
            @Nullable String trainerId,
            String studentId,
            String courseId,
            Instant startsAt,
            int durationMinutes,
            String type,
            @Nullable PlaceBody place,
            String status,
            @Nullable String absent,
            @Nullable String disputeReason) {

        static Answer of(TutoringSession lesson) {
            UserId trainer = lesson.trainerId();
            Side absent = lesson.absent();
            return new Answer(
                    lesson.id().toString(),
                    lesson.purchaseSessionId().toString(),
                    lesson.sessionNumber(),
                    trainer == null ? null : trainer.value(),
                    lesson.studentId().value(),
                    lesson.courseId(),
                    lesson.startsAt(),
                    lesson.durationMinutes(),
                    lesson.type().name(),
                    PlaceBody.of(lesson.place()),
                    word(lesson.status()),
                    absent == null ? null : word(absent),
                    lesson.disputeReason());
        }
    }
}
