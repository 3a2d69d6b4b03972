package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.AdministrationOutcome;
import dev.gangway.account.AuthenticatorApp;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.NewAccount;
import dev.gangway.account.SecondFactors;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What happens between the password and the code of a log-in on the page. */
@GangwayTest
class HalfLogInTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final UserId CHIEF = new UserId("chief");

    @Autowired
    private BrowserLogIns halfway;

    @Autowired
    private LogIns logIns;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private Ids ids;

    private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
    private Account ada = new Account(CHIEF, "nobody", null, Set.of(), true, false);
    private String key = "";

    @BeforeEach
    void aPasswordThatWasRight() {
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("half-" + ids.next(), Role.USER), PASSWORD))
                .account();
        key = app.setUp(ada).key();
        halfway.begin((LogInOutcome.CodeNeeded) logIns.check(ada.username(), PASSWORD, "test-" + ids.next()), request);
    }

    @Test
    void theCodeLetsIn() {
        assertThat(finish()).isInstanceOf(LogInOutcome.Accepted.class);
        assertThat(loginSessions.list(ada.id(), null, 5)).hasSize(1);
    }

    @Test
    void whosePasswordWasResetBeginsAgain() {
        AdministrationOutcome reset = administration.put(
                CHIEF,
                ada.id(),
                new AccountChange(ada.username(), null, Set.of(Role.USER), true, "violet anchors drift 88"),
                ChangeBasis.newest());
        assertThat(reset).isInstanceOf(AdministrationOutcome.Saved.class);

        beginsAgain();
    }

    @Test
    void whoseSecondFactorWasTakenOffBeginsAgain() {
        factors.takeOff(CHIEF, ada.id());

        beginsAgain();
    }

    private void beginsAgain() {
        assertThat(finish()).isInstanceOf(LogInOutcome.Refused.class);
        assertThat(halfway.isWaiting(request)).isFalse();
        assertThat(loginSessions.list(ada.id(), null, 5)).isEmpty();
    }

    private LogInOutcome finish() {
        return halfway.finish(app.code(key), request, new MockHttpServletResponse())
                .orElseThrow();
    }
}
