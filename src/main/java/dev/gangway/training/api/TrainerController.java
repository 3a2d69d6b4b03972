package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.training.Checks;
import dev.gangway.training.Trainers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads, makes and replaces trainers. */
@RestController
@RequestMapping("/api/v1/booking/trainers")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Training")
class TrainerController {

    private final Trainers trainers;
    private final MasterAnswers answers;
    private final CurrentCaller caller;

    TrainerController(Trainers trainers, MasterAnswers answers, CurrentCaller caller) {
        this.trainers = trainers;
        this.answers = answers;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "List trainers")
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return answers.page(
                limit,
                cursor,
                trainers::page,
                TrainerBody.Answer::of,
                trainer -> trainer.id().value());
    }

    @GetMapping("/{id}")
    @Operation(summary = "A trainer")
    ResponseEntity<?> read(@PathVariable String id) {
        return answers.one(UserId.read(id).flatMap(trainers::find), TrainerBody.Answer::of);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Make or replace a trainer")
    ResponseEntity<?> put(
            @PathVariable String id,
            @RequestBody TrainerBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Checks checks = new Checks();
        return answers.put(
                checks,
                body.read(id, checks),
                body.version(),
                ifMatch,
                (wanted, version) -> trainers.put(caller.get().userId(), wanted, version),
                TrainerBody.Answer::of);
    }
}
