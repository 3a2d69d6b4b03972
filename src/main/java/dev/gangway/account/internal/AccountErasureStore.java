package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes accounts. */
@Repository
public class AccountErasureStore {

    private final JdbcClient jdbc;

    AccountErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is an administrator and no other one is enabled; locks all of them, always in the same order. */
    public boolean isLastAdministrator(UserId id) {
        List<String> administrators =
                jdbc.sql("""
                        select a.id from accounts a
                        where a.enabled and exists (select from account_roles r where r.user_id = a.id and r.role = 'ADMIN')
                        order by a.id for update
                        """).query((row, number) -> row.getString("id")).list();
        return administrators.equals(List.of(id.value()));
    }

    /** Deletes the account and with it, by their foreign keys, all rows that name it. */
    public void delete(UserId id) {
        jdbc.sql("delete from accounts where id = :id").param("id", id.value()).update();
    }
}
