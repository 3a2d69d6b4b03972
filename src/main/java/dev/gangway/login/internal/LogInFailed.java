package dev.gangway.login.internal;

import dev.gangway.login.BrowserLogIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the log-in page, which says why in words, or asks for the code of the second factor. */
class LogInFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LogInFailed.class);

    private final BrowserLogIns halfway;

    LogInFailed(BrowserLogIns halfway) {
        this.halfway = halfway;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof CodeNeeded half) {
            halfway.begin(half.checked(), request);
        }
        response.sendRedirect(request.getContextPath() + "/login?" + reason(failure));
    }

    private static String reason(AuthenticationException failure) {
        return switch (failure) {
            case CodeNeeded half -> "code";
            case LockedException throttled -> "throttled";
            case InternalAuthenticationServiceException ours -> {
                LOG.error("A log-in failed", ours);
                yield "unavailable";
            }
            default -> "error";
        };
    }
}
