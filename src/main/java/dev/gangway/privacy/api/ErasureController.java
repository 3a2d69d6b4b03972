package dev.gangway.privacy.api;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.RecentProof;
import dev.gangway.privacy.ErasureOutcome;
import dev.gangway.privacy.Erasures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erases the caller. */
@RestController
@Tag(name = "Personal data")
class ErasureController {

    private final Erasures erasures;
    private final Problems problems;
    private final CurrentCaller caller;
    private final RecentProof proof;

    ErasureController(Erasures erasures, Problems problems, CurrentCaller caller, RecentProof proof) {
        this.erasures = erasures;
        this.problems = problems;
        this.caller = caller;
        this.proof = proof;
    }

    @Operation(summary = "Erase the caller's account and everything about them")
    @DeleteMapping("/api/users/me")
    ResponseEntity<?> erase(@RequestBody(required = false) @Nullable Confirmation confirmation) {
        String typed = confirmation == null ? null : confirmation.username();
        if (typed == null || typed.isBlank()) {
            return problems.invalid(List.of(FieldProblem.of("username", "personal.erase.confirm")));
        }
        Caller person = caller.get();
        if (!proof.isRecent(person)) {
            return problems.proofNeeded(proof.holds());
        }
        return switch (erasures.erase(person.userId(), typed)) {
            case ErasureOutcome.Erased erased -> ResponseEntity.noContent().build();
            case ErasureOutcome.NotConfirmed(FieldProblem problem) -> problems.invalid(List.of(problem));
            case ErasureOutcome.LastAdministrator last ->
                problems.wrongState(Message.of("personal.erase.last_administrator"));
            case ErasureOutcome.AlreadyErased gone -> problems.of(ProblemType.NOT_LOGGED_IN);
        };
    }

    /** The caller's own name, so that nobody is erased by mistake. */
    record Confirmation(@Nullable String username) {}
}
