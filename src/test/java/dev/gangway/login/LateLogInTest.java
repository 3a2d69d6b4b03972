package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.HeldRows;
import dev.gangway.account.Account;
import dev.gangway.account.AccountAdministration;
import dev.gangway.account.AccountChange;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.ChangeBasis;
import dev.gangway.account.LogInOutcome;
import dev.gangway.account.LogIns;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log-in that was checked before its account changed, and begins its login session beside that or after it. */
@GangwayTest
class LateLogInTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final UserId CHIEF = new UserId("chief");
    private static final Origin ORIGIN = new Origin("192.0.2.7", null);

    @Autowired
    private LogIns logIns;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private HeldRows held;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private Account ada = new Account(CHIEF, "nobody", null, Set.of(), true, false);

    @BeforeEach
    void anAccount() {
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("late-" + ids.next(), Role.USER), PASSWORD))
                .account();
    }

    @Test
    void anOldPasswordBeginsNoneAfterAReset() {
        LogInOutcome.Accepted checked = checked();

        put(true, "violet anchors drift 88");

        assertThat(loginSessions.begin(checked, LoginKind.API, ORIGIN)).isEmpty();
        assertThat(loginSessions.list(ada.id(), null, 5)).isEmpty();
    }

    @Test
    void anOldPasswordBeginsNoneBesideAReset() throws Exception {
        LogInOutcome.Accepted checked = checked();

        Optional<NewLogin> login = held.meanwhile(
                ada.id(),
                () -> loginSessions.begin(checked, LoginKind.BROWSER, ORIGIN),
                () -> put(true, "violet anchors drift 88"));

        assertThat(login).isEmpty();
        assertThat(loginSessions.list(ada.id(), null, 5)).isEmpty();
    }

    @Test
    void thePasswordThatStillHoldsBeginsOneBesideAnotherChange() throws Exception {
        LogInOutcome.Accepted checked = checked();

        Optional<NewLogin> login = held.meanwhile(
                ada.id(),
                () -> loginSessions.begin(checked, LoginKind.BROWSER, ORIGIN),
                () -> accounts.changeRoles(ada.id(), Set.of(Role.USER, Role.TRAINER)));

        assertThat(login).isPresent();
    }

    @Test
    void aDisabledAccountBeginsNoneHoweverItsOwnerIsKnown() throws Exception {
        LogInOutcome.Accepted checked = checked();

        List<Optional<NewLogin>> beside = List.of(
                held.meanwhile(
                        ada.id(), () -> loginSessions.begin(ada, LoginKind.BROWSER, ORIGIN), () -> put(false, null)),
                loginSessions.begin(ada, LoginKind.BROWSER, ORIGIN),
                loginSessions.begin(checked, LoginKind.BROWSER, ORIGIN));

        assertThat(beside).allSatisfy(login -> assertThat(login).isEmpty());
    }

    @Test
    void anAccountWithoutPasswordBeginsOne() {
        jdbc.sql("update accounts set password_hash = null where id = :id")
                .param("id", ada.id().value())
                .update();

        assertThat(loginSessions.begin(ada, LoginKind.BROWSER, ORIGIN)).isPresent();
    }

    private LogInOutcome.Accepted checked() {
        return (LogInOutcome.Accepted) logIns.check(ada.username(), PASSWORD, "test-" + ids.next());
    }

    private void put(boolean enabled, @Nullable String password) {
        administration.put(
                CHIEF,
                ada.id(),
                new AccountChange(ada.username(), null, Set.of(Role.USER), enabled, password),
                ChangeBasis.newest());
    }
}
