package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sees to it that there is always an enabled administrator. */
@Repository
public class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds the accounts of all administrators until the end of the transaction, always in the same order and before any
     * other account, so that of two who take the role from each other one waits for the other.
     */
    public void hold() {
        jdbc.sql("""
                        select a.id from accounts a
                        where a.id in (select r.user_id from account_roles r where r.role = 'ADMIN')
                        order by a.id for no key update
                        """).query(String.class).list();
    }

    /** Whether nobody else could manage accounts; after {@link #hold}, whose wait this statement sees the end of. */
    public boolean isLast(UserId id) {
        List<String> able =
                jdbc.sql("""
                        select a.id from accounts a
                        where a.id in (select r.user_id from account_roles r where r.role = 'ADMIN')
                          and a.enabled
                        limit 2
                        """).query((row, number) -> row.getString("id")).list();
        return able.equals(List.of(id.value()));
    }
}
