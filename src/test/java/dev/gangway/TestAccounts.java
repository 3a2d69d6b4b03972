package dev.gangway;

import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts for tests: each test makes its own, so that none depends on what another left. */
@Component
public class TestAccounts {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    TestAccounts(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** An account with the role USER that nobody used before. */
    public UserId user() {
        UserId id = new UserId("user_" + ids.next());
        jdbc.sql("""
                        insert into accounts (id, username, created_at, updated_at) values (:id, :id, :now, :now)
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into account_roles (user_id, role) values (:id, 'USER')")
                .param("id", id.value())
                .update();
        return id;
    }
}
