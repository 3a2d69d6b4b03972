package dev.gangway.login.internal;

import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.base.security.CallerAuthentication;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets people in by the log-in page: checks name and password and begins a login session for the browser. */
@Component
class PasswordLogIns implements AuthenticationProvider {

    private final LogIns logIns;
    private final LoginSessions loginSessions;

    PasswordLogIns(LogIns logIns, LoginSessions loginSessions) {
        this.logIns = logIns;
        this.loginSessions = loginSessions;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        if (!(attempt.getDetails() instanceof Origin origin)) {
            throw new BadCredentialsException("Not from the log-in page");
        }
        try {
            return switch (logIns.check(
                    attempt.getName(), String.valueOf(attempt.getCredentials()), origin.ipAddress())) {
                case LogInOutcome.Accepted accepted ->
                    loginSessions
                            .begin(accepted, LoginKind.BROWSER, origin)
                            .map(PasswordLogIns::begun)
                            .orElseThrow(() -> new BadCredentialsException("Another password meanwhile"));
                case LogInOutcome.CodeNeeded half -> throw new CodeNeeded(half);
                case LogInOutcome.CodeRefused wrong -> throw new BadCredentialsException("Wrong code");
                case LogInOutcome.Refused refused -> throw new BadCredentialsException("Wrong name or password");
                case LogInOutcome.Throttled throttled -> throw new LockedException("Too many failures");
            };
        } catch (DataAccessException | TransactionException away) {
            throw new InternalAuthenticationServiceException("The database cannot be used", away);
        }
    }

    private static Authentication begun(NewLogin login) {
        CallerAuthentication authentication = new CallerAuthentication(login.caller());
        authentication.setDetails(login);
        return authentication;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
