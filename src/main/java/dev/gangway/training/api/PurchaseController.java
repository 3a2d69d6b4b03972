package dev.gangway.training.api;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.web.ETags;
import dev.gangway.training.Assignments;
import dev.gangway.training.Checks;
import dev.gangway.training.LessonChange;
import dev.gangway.training.LessonOutcome;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseSessionStatus;
import dev.gangway.training.Purchases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reads purchases with the verdicts about them, and changes single lessons of theirs. */
@RestController
@RequestMapping("/api/v1/booking")
@Tag(name = "Training")
class PurchaseController {

    private static final int LONGEST = 480;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Purchases purchases;
    private final Assignments assignments;
    private final CurrentCaller caller;
    private final Problems problems;
    private final JsonMapper json;

    PurchaseController(
            Purchases purchases, Assignments assignments, CurrentCaller caller, Problems problems, JsonMapper json) {
        this.purchases = purchases;
        this.assignments = assignments;
        this.caller = caller;
        this.problems = problems;
        this.json = json;
    }

    @GetMapping("/purchases/{id}")
    @Operation(summary = "A purchase with its sessions")
    ResponseEntity<?> read(@PathVariable UUID id) {
        return purchases
                .find(caller.get(), id)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(PurchaseAnswer.of(found)))
                .orElseGet(problems::notFound);
    }

    @GetMapping("/purchases/{id}/verdict")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Why a purchase was assigned as it was")
    ResponseEntity<?> verdict(@PathVariable UUID id) {
        return assignments
                .verdict(id)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(VerdictAnswer.of(found)))
                .orElseGet(problems::notFound);
    }

    @PatchMapping("/purchase-sessions/{id}")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(summary = "Change one session of a purchase")
    ResponseEntity<?> change(
            @PathVariable UUID id,
            @RequestBody LessonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Checks checks = new Checks();
        LessonChange change = body.read(checks);
        if (!checks.problems().isEmpty()) {
            return problems.invalid(checks.problems());
        }
        Integer version = body.version() == null ? MasterAnswers.version(ifMatch) : body.version();
        return switch (purchases.change(caller.get().userId(), id, change, version)) {
            case LessonOutcome.Changed(var lesson) ->
                ResponseEntity.ok().eTag(ETags.of(lesson.version())).body(PurchaseAnswer.LessonAnswer.of(lesson));
            case LessonOutcome.Overlaps overlaps -> problems.wrongState(Message.of("training.lesson.overlaps"));
            case LessonOutcome.CalledOff calledOff -> problems.wrongState(Message.of("training.lesson.called_off"));
            case LessonOutcome.Stale(var now) -> problems.conflict(conflicts(change, now));
            case LessonOutcome.Unknown unknown -> problems.notFound();
        };
    }

    private List<FieldConflict> conflicts(LessonChange change, PurchaseSession now) {
        List<FieldConflict> conflicts = new ArrayList<>();
        if (change.startsAt() != null && !change.startsAt().equals(now.startsAt())) {
            conflicts.add(conflict("startsAt", change.startsAt(), now.startsAt()));
        }
        if (change.durationMinutes() != null && change.durationMinutes() != now.durationMinutes()) {
            conflicts.add(conflict("durationMinutes", change.durationMinutes(), now.durationMinutes()));
        }
        if (change.status() != null && change.status() != now.status()) {
            conflicts.add(conflict("status", name(change.status()), name(now.status())));
        }
        return conflicts;
    }

    private FieldConflict conflict(String field, Object yours, Object theirs) {
        return new FieldConflict(field, json.valueToTree(yours), json.valueToTree(theirs));
    }

    private static String name(PurchaseSessionStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** A change of a lesson as it is sent; what is left out stays. */
    @CamelCase
    record LessonBody(
            @Nullable String startsAt,
            @Nullable Integer durationMinutes,
            @Nullable String status,
            @Nullable Integer version) {

        LessonChange read(Checks checks) {
            if (startsAt == null && durationMinutes == null && status == null) {
                checks.wrong("startsAt", "training.lesson.nothing");
            }
            Integer minutes = durationMinutes == null
                    ? null
                    : (Integer) checks.whole("durationMinutes", durationMinutes, 1, LONGEST);
            return new LessonChange(start(checks), minutes, status(checks));
        }

        private @Nullable Instant start(Checks checks) {
            if (startsAt == null) {
                return null;
            }
            try {
                Instant start = OffsetDateTime.parse(startsAt).toInstant();
                if (!start.isBefore(EARLIEST) && start.isBefore(LATEST)) {
                    return start;
                }
            } catch (DateTimeException unreadable) {
                // Said below, as of a time beyond all calendars.
            }
            checks.wrong("startsAt", "training.lesson.start");
            return null;
        }

        private @Nullable PurchaseSessionStatus status(Checks checks) {
            for (PurchaseSessionStatus each : PurchaseSessionStatus.values()) {
                if (name(each).equals(status)) {
                    return each;
                }
            }
            if (status != null) {
                checks.problems().add(FieldProblem.of("status", "problem.field.one_of", choices()));
            }
            return null;
        }

        private static String choices() {
            return Arrays.stream(PurchaseSessionStatus.values())
                    .map(PurchaseController::name)
                    .collect(Collectors.joining(", "));
        }
    }
}
