package dev.gangway.login.internal.sso;

import dev.gangway.account.SignOn;
import dev.gangway.account.SignOnOutcome;
import dev.gangway.account.SignedOnAccounts;
import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.base.security.SecurityEvent;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import dev.gangway.login.Proofs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.transaction.TransactionException;

/**
 * Turns a log-in at the provider into a login session of ours, which from then on is the same as one begun with a
 * password: a row, and a cookie with its token.
 */
class SignOnSucceeded implements AuthenticationSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnSucceeded.class);

    private final ClaimsOfPerson claims;
    private final SignedOnAccounts accounts;
    private final LoginSessions loginSessions;
    private final Proofs proofs;
    private final SecurityContextRepository contexts;
    private final LogOutHint hint;

    SignOnSucceeded(
            ClaimsOfPerson claims,
            SignedOnAccounts accounts,
            LoginSessions loginSessions,
            Proofs proofs,
            SecurityContextRepository contexts,
            LogOutHint hint) {
        this.claims = claims;
        this.accounts = accounts;
        this.loginSessions = loginSessions;
        this.proofs = proofs;
        this.contexts = contexts;
        this.hint = hint;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext(); // the provider's word is not a login of ours yet
        response.sendRedirect(request.getContextPath() + enter(request, response, authentication));
    }

    private String enter(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (!(authentication.getPrincipal() instanceof OidcUser person)) {
            return SignOnFailed.page("sso_failed");
        }
        try {
            SignOn signOn = claims.read(person.getClaims(), person.getIdToken().getIssuedAt());
            return switch (accounts.enter(signOn)) {
                case SignOnOutcome.Accepted accepted ->
                    loginSessions
                            .begin(accepted.account(), LoginKind.BROWSER, Origin.of(request))
                            .map(login -> begun(login, person.getIdToken(), request, response))
                            .orElseGet(() -> disabled(signOn));
                case SignOnOutcome.Disabled disabled -> disabled(signOn);
                case SignOnOutcome.Erased erased -> refused(signOn, "erased", "sso_late");
                case SignOnOutcome.Foreign foreign -> {
                    LOG.warn("The subject {} belongs to an account that is not the provider's", person.getSubject());
                    yield refused(signOn, "foreign", "sso_foreign");
                }
            };
        } catch (BadJwtException wrongSubject) {
            LOG.warn("A log-in at the provider cannot be used: {}", wrongSubject.getMessage());
            return SignOnFailed.page("sso_failed");
        } catch (DataAccessException | TransactionException away) {
            LOG.error("A log-in at the provider could not be stored", away);
            return SignOnFailed.page("unavailable");
        }
    }

    private static String disabled(SignOn signOn) {
        return refused(signOn, "disabled", "sso_disabled");
    }

    private static String refused(SignOn signOn, String why, String page) {
        SecurityEvent.SIGN_ON_REFUSED.log(signOn.userId(), "reason=" + why);
        return SignOnFailed.page(page);
    }

    private String begun(
            NewLogin login, OidcIdToken idToken, HttpServletRequest request, HttpServletResponse response) {
        proofs.noteProvider(login.session().id(), idToken.getAuthenticatedAt());
        CallerAuthentication caller = new CallerAuthentication(login.caller());
        caller.setDetails(login);
        contexts.saveContext(new SecurityContextImpl(caller), request, response);
        hint.keep(request, response, idToken.getTokenValue());
        return AuthorizationCookie.target(request);
    }
}
