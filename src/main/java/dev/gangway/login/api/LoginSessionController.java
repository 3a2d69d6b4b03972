package dev.gangway.login.api;

import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.RecentProof;
import dev.gangway.base.web.Page;
import dev.gangway.login.LoginSession;
import dev.gangway.login.LoginSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows and ends the caller's own login sessions. */
@RestController
@RequestMapping("/api")
@Tag(name = "Login sessions")
class LoginSessionController {

    private static final int MOST = 200;

    private final LoginSessions loginSessions;
    private final CurrentLogin current;
    private final CurrentCaller caller;
    private final RecentProof proof;
    private final Problems problems;

    LoginSessionController(
            LoginSessions loginSessions,
            CurrentLogin current,
            CurrentCaller caller,
            RecentProof proof,
            Problems problems) {
        this.loginSessions = loginSessions;
        this.current = current;
        this.caller = caller;
        this.proof = proof;
        this.problems = problems;
    }

    @Operation(summary = "The login session of this request")
    @GetMapping("/sessions/current")
    LoginSessionAnswer current() {
        LoginSession session = current.get();
        return LoginSessionAnswer.of(session, session.id());
    }

    @Operation(summary = "Where the caller belongs: the onboarding status that this login session holds")
    @GetMapping("/users/me/session")
    OnboardingCopyAnswer mine() {
        LoginSession session = current.get();
        return new OnboardingCopyAnswer(
                session.userId().value(),
                session.needsOnboarding(),
                session.onboardingCompleted(),
                session.onboardingStep());
    }

    @Operation(summary = "The caller's live login sessions, the newest first")
    @GetMapping("/sessions")
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable UUID cursor) {
        if (limit < 1 || limit > MOST) {
            return problems.of(ProblemType.MALFORMED, Message.of("problem.limit", MOST));
        }
        Caller person = caller.get();
        List<LoginSession> found = loginSessions.list(person.userId(), cursor, limit + 1);
        return ResponseEntity.ok(Page.of(
                found,
                limit,
                session -> LoginSessionAnswer.of(session, person.loginSessionId()),
                session -> session.id().toString()));
    }

    @Operation(summary = "Log out")
    @DeleteMapping("/sessions/current")
    ResponseEntity<Void> endCurrent() {
        Caller person = caller.get();
        loginSessions.end(person.userId(), person.loginSessionId());
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "End one of the caller's login sessions")
    @DeleteMapping("/sessions/{id}")
    ResponseEntity<?> end(@PathVariable UUID id) {
        Caller person = caller.get();
        if (!id.equals(person.loginSessionId()) && !proof.isRecent(person)) {
            return problems.proofNeeded(proof.holds());
        }
        return loginSessions.end(person.userId(), id)
                ? ResponseEntity.noContent().build()
                : problems.notFound();
    }

    @Operation(summary = "End all other login sessions of the caller")
    @PostMapping("/sessions/invalidate-all")
    ResponseEntity<?> endOthers() {
        Caller person = caller.get();
        return proof.isRecent(person)
                ? ResponseEntity.ok(new EndedAnswer(loginSessions.endOthers(person)))
                : problems.proofNeeded(proof.holds());
    }

    record OnboardingCopyAnswer(
            String userId, boolean needsOnboarding, boolean onboardingCompleted, String onboardingStep) {}

    record EndedAnswer(int count) {}
}
