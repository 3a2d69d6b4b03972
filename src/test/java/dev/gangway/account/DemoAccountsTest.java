package dev.gangway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.BareServer;
import dev.gangway.GangwayTest;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.DemoMode;
import dev.gangway.base.UserId;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class DemoAccountsTest {

    private static final List<String> NAMES = List.of("user", "user2", "trainer", "admin");

    @Autowired
    private DemoAccounts demo;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void theyAreBack() {
        NAMES.forEach(name -> jdbc.sql("update accounts set enabled = true, password_hash = ? where username = ?")
                .params(passwords.hash("gangway-demo"), name)
                .update());
    }

    @Test
    void aDemonstrationThatIsTurnedOffLeavesNobodyWithTheKnownPassword() {
        Account admin = account("admin");
        UserId id = admin.id();
        String token = loginSessions
                .begin(admin, LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();

        demo.shutOut();

        assertThat(NAMES).noneMatch(name -> account(name).enabled());
        assertThat(loginSessions.recognise(token)).isEmpty();
        assertThat(trail.page(AuditFilter.of("account.disabled"), null, NAMES.size()))
                .extracting(AuditEntry::user)
                .anyMatch(user -> user != null && user.id().equals(id.value()));
    }

    @Test
    void whoeverHasChosenAPasswordStays() {
        jdbc.sql("update accounts set password_hash = ? where username = 'trainer'")
                .param(passwords.hash("quince ladder motet 41"))
                .update();

        demo.shutOut();

        assertThat(account("trainer").enabled()).isTrue();
        assertThat(account("user2").enabled()).isFalse();
    }

    @Test
    void nobodyHasTheKnownPasswordAnyMoreWhenTheServerBeginsToListen() {
        assertThat(BareServer.seenAsItOpens(
                        server -> {
                            server.registerBean(Accounts.class, () -> accounts);
                            server.registerBean(Passwords.class, () -> passwords);
                            server.register(DemoMode.class, DemoAccounts.class);
                        },
                        () -> NAMES.stream()
                                .filter(name -> account(name).enabled())
                                .toList(),
                        "gangway.demo=false"))
                .isEmpty();
    }

    private Account account(String name) {
        return accounts.findByName(name).orElseThrow();
    }
}
