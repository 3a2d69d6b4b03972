package dev.gangway.login.internal.sso;

import dev.gangway.base.security.SecurityEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the log-in page, which says in words what became of the log-in at the provider. */
class SignOnFailed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnFailed.class);

    static String page(String reason) {
        return "/login?" + reason;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(request.getContextPath() + page(reason(failure)));
    }

    /** What came with the address may be anybody's words. */
    private static String printable(OAuth2Error error) {
        String words = error.getErrorCode() + " " + error.getDescription();
        return words.substring(0, Math.min(words.length(), 300)).replaceAll("[^\\w .,:;()'/-]", "?");
    }

    private static String reason(AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException refused) {
            String code = refused.getError().getErrorCode();
            LOG.warn("A log-in at the provider failed: {}", printable(refused.getError()));
            SecurityEvent.SIGN_ON_REFUSED.log("reason=failed");
            return switch (code) {
                case "access_denied" -> "sso_cancelled";
                case "authorization_request_not_found" -> "sso_late";
                case "invalid_token_response",
                        "invalid_user_info_response",
                        "temporarily_unavailable",
                        "server_error" -> "sso_unavailable";
                default -> "sso_failed";
            };
        }
        LOG.warn("A log-in at the provider is not possible", failure);
        return "sso_unavailable";
    }
}
