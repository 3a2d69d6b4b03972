package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import java.sql.Timestamp;
import java.time.Instant;
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

    /**
     * Deletes the account and with it, by their foreign keys, all rows that name it; what stays for a while is that it was
     * erased, under a hash of its id.
     */
    public void delete(UserId id, Instant now) {
        jdbc.sql("""
                        with gone as (delete from accounts where id = :id returning id)
                        insert into erased_accounts (id_hash, erased_at)
                        select sha256(convert_to(id, 'UTF8')), :now from gone
                        on conflict (id_hash) do update set erased_at = excluded.erased_at
                        """).param("id", id.value()).param("now", Timestamp.from(now)).update();
    }

    /** Whether an account with the id was erased at the given moment or later. */
    public boolean wasErasedSince(UserId id, Instant since) {
        return jdbc.sql("""
                        select count(*) from erased_accounts
                        where id_hash = sha256(convert_to(:id, 'UTF8')) and erased_at >= :since
                        """)
                        .param("id", id.value())
                        .param("since", Timestamp.from(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Drops what was erased before. */
    public int forget(Instant before) {
        return jdbc.sql("delete from erased_accounts where erased_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
