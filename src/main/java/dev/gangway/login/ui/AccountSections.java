package dev.gangway.login.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.PasswordChanges;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.login.LoginCookie;
import dev.gangway.login.LoginSessions;
import dev.gangway.privacy.Erasures;
import dev.gangway.privacy.PersonalDataExports;

/** Makes the parts of the account page for the person in front of it. */
@SpringComponent
class AccountSections {

    private final LoginSessions loginSessions;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final ProofGate gate;
    private final PasswordChanges passwords;
    private final PersonalDataExports exports;
    private final Erasures erasures;
    private final CurrentCaller caller;
    private final AuthenticationContext authentication;
    private final LoginCookie cookie;

    AccountSections(
            LoginSessions loginSessions,
            Accounts accounts,
            SecondFactors factors,
            ProofGate gate,
            PasswordChanges passwords,
            PersonalDataExports exports,
            Erasures erasures,
            CurrentCaller caller,
            AuthenticationContext authentication,
            LoginCookie cookie) {
        this.loginSessions = loginSessions;
        this.accounts = accounts;
        this.factors = factors;
        this.gate = gate;
        this.passwords = passwords;
        this.exports = exports;
        this.erasures = erasures;
        this.caller = caller;
        this.authentication = authentication;
        this.cookie = cookie;
    }

    OwnLoginSessions loginSessions() {
        return new OwnLoginSessions(loginSessions, caller, gate);
    }

    /** The form, or a word about where the password is kept instead. */
    Component password(Runnable changed) {
        return hasPassword() ? new PasswordForm(passwords, caller, this::changeToken, changed) : new NoPassword();
    }

    /** Whether the person logs in with a password, so that a second factor is asked for here and not elsewhere. */
    boolean hasPassword() {
        return accounts.find(caller.get().userId()).map(Account::hasPassword).orElse(false);
    }

    SecondFactorCard secondFactor(Runnable turnedOn) {
        return new SecondFactorCard(factors, accounts, caller, gate, turnedOn);
    }

    private void changeToken() {
        loginSessions
                .changeToken(caller.get())
                .ifPresent(token ->
                        cookie.write(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent(), token));
    }

    ExportCard export() {
        return new ExportCard(exports, caller);
    }

    ErasureCard erasure() {
        return new ErasureCard(erasures, caller, gate, authentication);
    }
}
