package dev.gangway.login.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.NewLogin;
import dev.gangway.login.Origin;
import jakarta.servlet.http.Cookie;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContext;

/** A browser that is logged in, on a replica whose database can be away and whose clock can be set. */
@GangwayTest
class CookieSecurityContextsTest {

    @Autowired
    private ApplicationContext server;

    @Autowired
    private DataSource database;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestAccounts testAccounts;

    private final AnnotationConfigApplicationContext replica = new AnnotationConfigApplicationContext();
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/account");
    private CookieSecurityContexts contexts;
    private boolean away;
    private Instant now = Instant.now();
    private NewLogin login;

    @BeforeEach
    void somebodyIsLoggedIn() {
        replica.setParent(server);
        replica.registerBean(
                JdbcClient.class,
                () -> JdbcClient.create(new DelegatingDataSource(database) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        if (away) {
                            throw new SQLTransientConnectionException("away");
                        }
                        return super.getConnection();
                    }
                }),
                bean -> bean.setPrimary(true));
        replica.registerBean(Clock.class, Settable::new, bean -> bean.setPrimary(true));
        for (Class<?> part : new Class<?>[] {
            LoginSessionStore.class,
            LoginSessionReads.class,
            CachedLogins.class,
            LoginEndings.class,
            LoginSessions.class,
            CookieSecurityContexts.class
        }) {
            replica.registerBean(part, bean -> bean.setPrimary(true));
        }
        replica.refresh();
        contexts = replica.getBean(CookieSecurityContexts.class);
        login = loginSessions
                .begin(
                        accounts.find(testAccounts.user()).orElseThrow(),
                        LoginKind.BROWSER,
                        new Origin("127.0.0.1", "test"))
                .orElseThrow();
        request.setCookies(new Cookie(LoginSessions.COOKIE, login.token()));
        request.getSession(true);
    }

    @AfterEach
    void close() {
        replica.close();
    }

    @Test
    void whileTheDatabaseIsAwayTheLastKnownLoginHoldsForMinutesOnly() {
        assertThat(context().getAuthentication()).isNotNull();
        away = true;

        now = now.plus(CookieSecurityContexts.LAST_KNOWN_HOLDS).minusSeconds(1);
        assertThat(context().getAuthentication()).isNotNull();
        now = now.plusSeconds(1);
        assertThatThrownBy(this::context).isInstanceOf(DataAccessException.class);
        away = false;
        assertThat(context().getAuthentication()).isNotNull();
        away = true;
        assertThat(context().getAuthentication()).isNotNull();
    }

    @Test
    void whatHasExpiredMeanwhileHoldsNoLonger() {
        now = login.session().expiresAt().minusSeconds(30);
        server.getBean(JdbcClient.class)
                .sql("update login_sessions set last_activity = expires_at - interval '1 second' where id = :id")
                .param("id", login.session().id())
                .update();
        assertThat(context().getAuthentication()).isNotNull();
        away = true;

        now = now.plusSeconds(29);
        assertThat(context().getAuthentication()).isNotNull();
        now = now.plusSeconds(1);
        assertThatThrownBy(this::context).isInstanceOf(DataAccessException.class);
    }

    @Test
    void anotherTokenGetsNothingOfIt() {
        assertThat(context().getAuthentication()).isNotNull();
        away = true;
        request.setCookies(new Cookie(LoginSessions.COOKIE, "made up"));

        assertThatThrownBy(this::context).isInstanceOf(DataAccessException.class);
    }

    private SecurityContext context() {
        return contexts.loadDeferredContext(request).get();
    }

    /** The clock of the replica. */
    private final class Settable extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
