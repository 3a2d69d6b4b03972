package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and makes accounts in sets. */
@Repository
public class ForeignAccountStore {

    private final JdbcClient jdbc;

    ForeignAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the accounts that exist. */
    public Set<UserId> existing(Collection<UserId> wanted) {
        return jdbc.sql("select id from accounts where id = any(:ids)")
                .param("ids", ids(wanted))
                .query((row, number) -> new UserId(row.getString("id")))
                .set();
    }

    /** Makes accounts without a password and answers which ones; one whose name is taken is left out. */
    public Set<UserId> insert(Collection<UserId> wanted, Instant now) {
        return jdbc.sql("""
                        with made as (
                            insert into accounts (id, username, created_at, updated_at)
                            select id, id, :now, :now from unnest(:ids) id order by id
                            on conflict do nothing
                            returning id),
                        roles as (insert into account_roles (user_id, role) select id, :role from made)
                        select id from made
                        """)
                .param("ids", ids(wanted))
                .param("now", Timestamp.from(now))
                .param("role", Role.USER.name())
                .query((row, number) -> new UserId(row.getString("id")))
                .set();
    }

    private static String[] ids(Collection<UserId> users) {
        return users.stream().map(UserId::value).toArray(String[]::new);
    }
}
