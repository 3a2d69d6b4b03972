package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes accounts. */
@Repository
public class AccountErasureStore {

    private final JdbcClient jdbc;
    private final Administrators administrators;

    AccountErasureStore(JdbcClient jdbc, Administrators administrators) {
        this.jdbc = jdbc;
        this.administrators = administrators;
    }

    /** Whether it is the last enabled administrator; none can cease to be one until the end of the transaction. */
    public boolean isLastAdministrator(UserId id) {
        administrators.hold();
        return administrators.isLast(id);
    }

    /** Deletes the account and with it, by their foreign keys, all rows that name it. */
    public void delete(UserId id) {
        jdbc.sql("delete from accounts where id = :id").param("id", id.value()).update();
    }
}
