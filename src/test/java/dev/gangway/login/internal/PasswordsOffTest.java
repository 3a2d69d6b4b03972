package dev.gangway.login.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.BareServer;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.account.PasswordLogInProperties;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import dev.gangway.login.SingleSignOnProperties;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@GangwayTest
class PasswordsOffTest {

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private LoginSessionStore store;

    @Autowired
    private Clock clock;

    @Test
    void nobodyIsLoggedInByAPasswordAnyMoreWhenTheServerBeginsToListen() {
        String token = loginSessions
                .begin(accounts.find(testAccounts.user()).orElseThrow(), LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();

        assertThat(BareServer.seenAsItOpens(
                        server -> {
                            server.registerBean(LoginSessionStore.class, () -> store);
                            server.registerBean(Clock.class, () -> clock);
                            server.register(Configured.class, PasswordsOff.class);
                        },
                        () -> loginSessions.recognise(token).isPresent(),
                        "gangway.login.passwords=off",
                        "gangway.sso.issuer=https://login.example.org",
                        "gangway.sso.client-id=gangway-web"))
                .isFalse();
    }

    @EnableConfigurationProperties({PasswordLogInProperties.class, SingleSignOnProperties.class})
    static class Configured {}
}
