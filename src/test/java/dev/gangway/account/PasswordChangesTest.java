package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.HeldRows;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@GangwayTest
class PasswordChangesTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final String WANTED = "violet anchors drift 88";
    private static final String RESET = "marble osprey lantern 7";
    private static final UserId CHIEF = new UserId("chief");

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountAdministration administration;

    @Autowired
    private LogIns logIns;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private HeldRows held;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Ids ids;

    private Account ada = new Account(CHIEF, "nobody", null, Set.of(), true, false);
    private String address = "";

    @BeforeEach
    void anAccount() {
        address = "address-" + ids.next();
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("changes-" + ids.next(), Role.USER), PASSWORD))
                .account();
    }

    @Test
    void theOtherLoginSessionsEndWithThePresentPassword() {
        NewLogin here = begin();
        NewLogin elsewhere = begin();

        assertThat(changes.change(here.caller(), PASSWORD, WANTED, address)).isInstanceOf(AccountOutcome.Saved.class);

        assertThat(loginSessions.recognise(here.token())).isPresent();
        assertThat(loginSessions.recognise(elsewhere.token())).isEmpty();
    }

    @Test
    void theOtherLoginSessionsStayWhereThePasswordDoes() {
        Caller here = begin().caller();
        NewLogin elsewhere = begin();
        PasswordMark proven = ((LogInOutcome.Accepted) logIns.prove(ada.id(), PASSWORD, address)).password();

        transaction.executeWithoutResult(status -> {
            assertThat(accounts.setPassword(here, proven, "a hash that is not kept"))
                    .isPresent();
            assertThat(loginSessions.list(ada.id(), null, 5)).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(loginSessions.recognise(elsewhere.token())).isPresent();
    }

    @Test
    void anAdministratorsResetMeanwhileIsNotOverwritten() throws Exception {
        Caller here = begin().caller();

        AccountOutcome outcome = held.meanwhile(
                ada.id(),
                () -> changes.change(here, PASSWORD, WANTED, address),
                () -> administration.put(
                        CHIEF,
                        ada.id(),
                        new AccountChange(ada.username(), null, Set.of(Role.USER), true, RESET),
                        ChangeBasis.newest()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        AccountOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .containsExactly(FieldProblem.of("current_password", "account.password.wrong")));
        assertThat(logIns.check(ada.username(), RESET, address)).isInstanceOf(LogInOutcome.Accepted.class);
    }

    private NewLogin begin() {
        return loginSessions
                .begin(ada, LoginKind.BROWSER, new Origin("192.0.2.7", "Firefox"))
                .orElseThrow();
    }
}
