package dev.gangway.login.api;

import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Drops what the replica that answers keeps of login sessions. Never needed for a right answer: each use of what is kept is
 * checked against the database, here and on every other replica.
 */
@RestController
@RequestMapping("/api/auth")
@Tag(name = "Login sessions")
class ClearCacheController {

    private final LoginSessions loginSessions;
    private final CurrentCaller caller;
    private final Problems problems;

    ClearCacheController(LoginSessions loginSessions, CurrentCaller caller, Problems problems) {
        this.loginSessions = loginSessions;
        this.caller = caller;
        this.problems = problems;
    }

    @Operation(summary = "Drop cached copies of one's own login sessions; as ADMIN of another account or of all")
    @PostMapping("/clear-cache")
    ResponseEntity<?> clear(@RequestBody(required = false) @Nullable ClearCacheRequest wanted) {
        Caller person = caller.get();
        String userId = wanted == null ? null : wanted.userId();
        boolean all = wanted != null && Boolean.TRUE.equals(wanted.all());
        if ((all || userId != null) && !person.is(Role.ADMIN)) {
            return problems.of(ProblemType.FORBIDDEN);
        }
        if (all) {
            return ResponseEntity.ok(new ClearedAnswer(loginSessions.forgetAllCached()));
        }
        return ResponseEntity.ok(new ClearedAnswer(
                loginSessions.forgetCached(userId == null ? person.userId().value() : userId)));
    }

    /** Whose; neither means one's own. */
    record ClearCacheRequest(
            @Nullable String userId, @Nullable Boolean all) {}

    record ClearedAnswer(long cleared) {}
}
