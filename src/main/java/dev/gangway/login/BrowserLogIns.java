package dev.gangway.login;

import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.PasswordMark;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.login.internal.WantedPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/**
 * Log-ins on the log-in page whose password was right and whose second factor is still to be asked for. For ten minutes the
 * browser's HTTP session knows whose it is, and nothing is open with that; where its replica is lost, or the password or the second
 * factor is another one by then, the person begins again.
 */
@Service
public class BrowserLogIns {

    private static final String HALF = "gangway.halfLogIn";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final LogIns logIns;
    private final LoginSessions loginSessions;
    private final SecurityContextRepository contexts;
    private final Clock clock;

    BrowserLogIns(LogIns logIns, LoginSessions loginSessions, SecurityContextRepository contexts, Clock clock) {
        this.logIns = logIns;
        this.loginSessions = loginSessions;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Remembers whose password was right, under an id that nobody can have planted in the browser. */
    public void begin(LogInOutcome.CodeNeeded checked, HttpServletRequest request) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        session.setAttribute(
                HALF,
                new Half(
                        checked.userId().value(),
                        checked.password(),
                        clock.instant().plus(VALID)));
    }

    /** Whether this browser is to be asked for a code. */
    public boolean isWaiting(HttpServletRequest request) {
        return half(request).isPresent();
    }

    /** Gives the log-in up, so that another name can be typed. */
    public void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(HALF);
        }
    }

    /**
     * Checks the code and, where it is right, logs the browser in; where it is refused, all begins again with the password.
     *
     * @return empty where there is nothing to finish, because it took too long
     */
    public Optional<LogInOutcome> finish(String code, HttpServletRequest request, HttpServletResponse response) {
        return half(request).map(half -> {
            Origin origin = Origin.of(request);
            LogInOutcome outcome =
                    logIns.checkCode(new UserId(half.account()), half.password(), code, origin.ipAddress());
            if (outcome instanceof LogInOutcome.Accepted accepted) {
                forget(request);
                Optional<NewLogin> login = loginSessions.begin(accepted, LoginKind.BROWSER, origin);
                login.ifPresent(begun -> logIn(begun, request, response));
                return login.isPresent() ? outcome : new LogInOutcome.Refused();
            }
            if (outcome instanceof LogInOutcome.Refused) {
                forget(request);
            }
            return outcome;
        });
    }

    private void logIn(NewLogin login, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        CallerAuthentication caller = new CallerAuthentication(login.caller());
        caller.setDetails(login);
        contexts.saveContext(new SecurityContextImpl(caller), request, response);
    }

    /** Where the person wanted to go before they had to log in, as a path on this server. */
    public String wantedPage(HttpServletRequest request, HttpServletResponse response) {
        return WantedPage.of(request, response);
    }

    private Optional<Half> half(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(HALF) instanceof Half half
                        && half.until().isAfter(clock.instant())
                ? Optional.of(half)
                : Optional.empty();
    }

    private record Half(String account, PasswordMark password, Instant until) implements Serializable {}
}
