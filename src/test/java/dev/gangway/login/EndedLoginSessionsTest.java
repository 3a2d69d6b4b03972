package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.login.internal.EndedLoginSessions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class EndedLoginSessionsTest {

    @Autowired
    private EndedLoginSessions ended;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Test
    void whatEndedOrExpiredLongAgoGoesAndNothingElse() {
        Account person =
                ((AccountOutcome.Saved) accounts.create(NewAccount.named("ended-" + ids.next(), Role.USER))).account();
        UUID live = begin(person);
        UUID endedLongAgo = begin(person);
        UUID expiredLongAgo = begin(person);
        UUID endedLately = begin(person);
        UUID expiredLately = begin(person);
        set(endedLongAgo, "is_active = false, updated_at = now() - interval '91 days'");
        set(expiredLongAgo, times(91));
        set(endedLately, "is_active = false, updated_at = now() - interval '89 days'");
        set(expiredLately, times(89));

        ended.forget();

        List<UUID> left = jdbc.sql("select id from login_sessions where user_id = ?")
                .param(person.id().value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        assertThat(left).containsExactlyInAnyOrder(live, endedLately, expiredLately);
    }

    private UUID begin(Account person) {
        return loginSessions
                .begin(person, LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .session()
                .id();
    }

    private static String times(int daysAgo) {
        return "expires_at = now() - interval '%1$d days', last_activity = now() - interval '%1$d days 1 hour', created_at = now() - interval '%1$d days 1 hour'"
                .formatted(daysAgo);
    }

    private void set(UUID id, String columns) {
        jdbc.sql("update login_sessions set " + columns + " where id = ?")
                .param(id)
                .update();
    }
}
