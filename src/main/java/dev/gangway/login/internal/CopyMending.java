package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.SyncScope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mends the copies in some pages of the table at once, or one that needs patience. */
@Repository
public class CopyMending {

    private final JdbcClient jdbc;

    CopyMending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many pages the table has now. A row that comes into a later one was written after this was asked. */
    public long pages() {
        return jdbc.sql("""
                        select pg_relation_size('login_sessions') / current_setting('block_size')::integer
                        """).query(Long.class).single();
    }

    /** Mends what is wrong in the pages, but for rows that someone holds or has just changed. */
    public List<CopyChange> mend(Pages pages, Reach reach, Instant now) {
        return jdbc.sql("select * from mend_login_sessions_between(:from::tid, :before::tid, :live, :now)")
                .param("from", place(pages.from()))
                .param("before", place(pages.before()))
                .param("live", reach == Reach.ACTIVE ? LoginSessionRows.utc(now) : null)
                .param("now", LoginSessionRows.utc(now))
                .query(CopyMending::change)
                .list();
    }

    /** Mends one where it is still wrong, by what its source says now; waits for whoever holds the row. */
    public List<CopyChange> mend(UUID id, Instant now) {
        return jdbc.sql("select * from mend_login_sessions(array[:id::uuid], :now)")
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .query(CopyMending::change)
                .list();
    }

    private static String place(long page) {
        return "(" + page + ",0)";
    }

    private static CopyChange change(ResultSet row, int number) throws SQLException {
        return new CopyChange(
                row.getObject("id", UUID.class),
                new UserId(row.getString("user_id")),
                new OnboardingCopy(
                        row.getBoolean("needs_before"),
                        row.getBoolean("completed_before"),
                        row.getString("step_before")),
                new OnboardingCopy(
                        row.getBoolean("needs_after"), row.getBoolean("completed_after"), row.getString("step_after")));
    }
}
