package dev.gangway.login.api;

import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.problem.ProblemType;
import dev.gangway.base.problem.Problems;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logs programs in. */
@RestController
@RequestMapping("/api/auth")
@Tag(name = "Login sessions")
class LogInController {

    private final LogIns logIns;
    private final SecondFactors secondFactors;
    private final LoginSessions loginSessions;
    private final Problems problems;

    LogInController(LogIns logIns, SecondFactors secondFactors, LoginSessions loginSessions, Problems problems) {
        this.logIns = logIns;
        this.secondFactors = secondFactors;
        this.loginSessions = loginSessions;
        this.problems = problems;
    }

    @Operation(
            summary = "Log in",
            description = "Answers a token for the Authorization header. 401 for an unknown name and a wrong password "
                    + "alike; 429 after 5 failures in 15 minutes. Where the account has a second factor, 401 of the type "
                    + "second-factor-needed until code is right too.")
    @SecurityRequirements
    @PostMapping("/login")
    ResponseEntity<?> logIn(@RequestBody LogInRequest wanted, HttpServletRequest request) {
        String username = wanted.username();
        String password = wanted.password();
        if (username == null || username.isBlank() || password == null || password.isEmpty()) {
            return problems.invalid(missing(username, password));
        }
        Origin origin = Origin.of(request);
        return switch (logIns.check(username, password, wanted.code(), origin.ipAddress())) {
            case LogInOutcome.Accepted accepted ->
                secondFactors.isMissing(
                                accepted.account().id(), accepted.account().roles())
                        ? problems.of(ProblemType.SECOND_FACTOR_MISSING)
                        : loginSessions
                                .begin(accepted, LoginKind.API, origin)
                                .<ResponseEntity<?>>map(LogInController::answer)
                                .orElseGet(this::refused);
            case LogInOutcome.CodeNeeded _ -> problems.of(ProblemType.SECOND_FACTOR_NEEDED);
            case LogInOutcome.CodeRefused _ ->
                problems.of(ProblemType.SECOND_FACTOR_NEEDED, Message.of("login.code.failed"));
            case LogInOutcome.Refused _ -> refused();
            case LogInOutcome.Throttled throttled ->
                problems.later(ProblemType.TOO_MANY_REQUESTS, throttled.retryAfter());
        };
    }

    private ResponseEntity<?> refused() {
        return problems.of(ProblemType.NOT_LOGGED_IN, Message.of("login.failed.text"));
    }

    private static ResponseEntity<LogInAnswer> answer(NewLogin login) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new LogInAnswer(
                        login.token(),
                        LoginSessionAnswer.of(login.session(), login.session().id())));
    }

    private static List<FieldProblem> missing(@Nullable String username, @Nullable String password) {
        List<FieldProblem> missing = new ArrayList<>();
        if (username == null || username.isBlank()) {
            missing.add(FieldProblem.of("username", "problem.field.required"));
        }
        if (password == null || password.isEmpty()) {
            missing.add(FieldProblem.of("password", "problem.field.required"));
        }
        return missing;
    }

    /** The token, known only now, and what it belongs to. */
    record LogInAnswer(String token, LoginSessionAnswer session) {

        @Override
        public String toString() {
            return "LogInAnswer[" + session.id() + "]"; // a token must not get into a log
        }
    }
}
