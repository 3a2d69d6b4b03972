package dev.gangway.training.api;

import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.web.Page;
import dev.gangway.training.Checks;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleOutcome;
import dev.gangway.training.RescheduleStatus;
import dev.gangway.training.Reschedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks for other times for lessons, lists these requests and answers them. */
@RestController
@RequestMapping("/api/v1/booking")
@Tag(name = "Training")
class RescheduleController {

    private static final int MOST = 200;

    private final Reschedules reschedules;
    private final CurrentCaller caller;
    private final Problems problems;

    RescheduleController(Reschedules reschedules, CurrentCaller caller, Problems problems) {
        this.reschedules = reschedules;
        this.caller = caller;
        this.problems = problems;
    }

    @PostMapping("/tutoring-sessions/{id}/reschedule")
    @Operation(summary = "Ask for another time for a tutoring session")
    ResponseEntity<?> ask(@PathVariable UUID id, @RequestBody AskBody body) {
        Checks checks = new Checks();
        Instant startsAt = body.startsAt(checks);
        if (!checks.problems().isEmpty()) {
            return problems.invalid(checks.problems());
        }
        String reason = body.reason() == null ? "" : body.reason();
        return answer(reschedules.ask(caller.get(), id, startsAt, reason));
    }

    @GetMapping("/reschedules")
    @Operation(summary = "List requests for other times")
    ResponseEntity<?> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        if (limit < 1 || limit > MOST) {
            return problems.of(ProblemType.MALFORMED, Message.of("problem.limit", MOST));
        }
        Optional<RescheduleStatus> wanted = Arrays.stream(RescheduleStatus.values())
                .filter(each -> word(each).equals(status))
                .findFirst();
        if (status != null && wanted.isEmpty()) {
            return problems.of(ProblemType.MALFORMED);
        }
        List<Reschedule> found = reschedules.page(caller.get(), wanted.orElse(null), cursor, limit + 1);
        return ResponseEntity.ok(
                Page.of(found, limit, Answer::of, request -> request.id().toString()));
    }

    @PostMapping("/reschedules/{id}/approve")
    @Operation(summary = "Agree to another time")
    ResponseEntity<?> approve(@PathVariable UUID id) {
        return answer(reschedules.approve(caller.get(), id));
    }

    @PostMapping("/reschedules/{id}/decline")
    @Operation(summary = "Decline another time")
    ResponseEntity<?> decline(@PathVariable UUID id) {
        return answer(reschedules.decline(caller.get(), id));
    }

    @PostMapping("/reschedules/{id}/withdraw")
    @Operation(summary = "Take back that one asked for another time")
    ResponseEntity<?> withdraw(@PathVariable UUID id) {
        return answer(reschedules.withdraw(caller.get(), id));
    }

    private ResponseEntity<?> answer(RescheduleOutcome outcome) {
        return switch (outcome) {
            case RescheduleOutcome.Done(var request) -> ResponseEntity.ok(Answer.of(request));
            case RescheduleOutcome.Invalid(var wrong) -> problems.invalid(wrong);
            case RescheduleOutcome.Refused(var why) -> problems.wrongState(why);
            case RescheduleOutcome.NotYours other -> problems.of(ProblemType.FORBIDDEN);
            case RescheduleOutcome.Unknown unknown -> problems.notFound();
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What is asked for, as it is sent. */
    @CamelCase
    record AskBody(@Nullable String startsAt, @Nullable String reason) {

        /** Nothing that counts where the checks say what is wrong with it. */
        Instant startsAt(Checks checks) {
            if (startsAt == null) {
                checks.wrong("startsAt", "problem.field.required");
                return Instant.EPOCH;
            }
            try {
                return OffsetDateTime.parse(startsAt).toInstant();
            } catch (DateTimeException unreadable) {
                checks.wrong("startsAt", "training.lesson.start");
                return Instant.EPOCH;
            }
        }
    }

    /** A request as it is answered. */
    @CamelCase
    record Answer(
            String id,
            String purchaseSessionId,
            int sessionNumber,
            String askedBy,
            String askedAs,
            Instant lessonStartsAt,
            Instant startsAt,
            String reason,
            String status,
            Instant askedAt,
            @Nullable Instant decidedAt,
            List<String> approvedBy) {

        static Answer of(Reschedule request) {
            return new Answer(
                    request.id().toString(),
                    request.purchaseSessionId().toString(),
                    request.sessionNumber(),
                    request.askedBy().value(),
                    word(request.askedAs()),
                    request.lessonStartsAt(),
                    request.startsAt(),
                    request.reason(),
                    word(request.status()),
                    request.askedAt(),
                    request.decidedAt(),
                    request.approvedBy().stream().map(UserId::value).toList());
        }
    }
}
