package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.Checks;
import dev.gangway.training.Departure;
import dev.gangway.training.DepartureOutcome;
import dev.gangway.training.Departures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Proposes who takes the lessons of a trainer who leaves, and hands them over. */
@RestController
@RequestMapping("/api/v1/booking/trainers/{id}/departure")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Training")
class DepartureController {

    private final Departures departures;
    private final CurrentCaller caller;
    private final Problems problems;

    DepartureController(Departures departures, CurrentCaller caller, Problems problems) {
        this.departures = departures;
        this.caller = caller;
        this.problems = problems;
    }

    @PostMapping("/proposal")
    @Operation(summary = "Who could take the lessons of a trainer who leaves")
    ResponseEntity<?> propose(@PathVariable String id) {
        return UserId.read(id)
                .flatMap(departures::propose)
                .<ResponseEntity<?>>map(found -> ResponseEntity.ok(ProposalAnswer.of(found)))
                .orElseGet(problems::notFound);
    }

    @PostMapping
    @Operation(summary = "Hand over lessons of a trainer who leaves")
    ResponseEntity<?> apply(@PathVariable String id, @RequestBody DepartureBody body) {
        Checks checks = new Checks();
        Departure wanted = body.read(checks);
        if (!checks.problems().isEmpty()) {
            return problems.invalid(checks.problems());
        }
        return UserId.read(id)
                .<ResponseEntity<?>>map(
                        trainer -> switch (departures.apply(caller.get().userId(), trainer, wanted)) {
                            case DepartureOutcome.Done done -> ResponseEntity.ok(DepartureAnswer.of(done));
                            case DepartureOutcome.Invalid(var wrong) -> problems.invalid(wrong);
                            case DepartureOutcome.Unknown unknown -> problems.notFound();
                        })
                .orElseGet(problems::notFound);
    }
}
