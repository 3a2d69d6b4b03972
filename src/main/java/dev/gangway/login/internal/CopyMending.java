package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.SyncScope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * What a look at some pages found and did.
     *
     * @param checked login sessions that were looked at
     * @param withoutProgress of those, the ones whose account has not started its onboarding
     * @param changes what was mended
     * @param left what is wrong still, because someone holds the row or has just changed it
     */
    record Mended(long checked, long withoutProgress, List<CopyChange> changes, List<UUID> left) {}

    /** Mends what is wrong in the pages, but for rows that someone holds or has just changed. */
    Mended mend(Pages pages, Reach reach, Instant now) {
        return in(pages, "select * from mend_login_sessions_between(:from::tid, :before::tid, :live, :now)", reach, now)
                .param("now", LoginSessionRows.utc(now))
                .query(CopyMending::mended);
    }

    /** Counts the pages and leaves everything that is wrong in them. */
    Mended leave(Pages pages, Reach reach, Instant now) {
        return in(pages, """
                        select count(*) as checked, count(*) filter (where not started) as without_progress,
                               coalesce(array_agg(id) filter (where wrong), '{}') as wrong_ones
                        from login_session_copies
                        where row_place >= :from::tid and row_place < :before::tid
                          and (:live::timestamptz is null or (is_active and expires_at > :live::timestamptz))
                        """, reach, now)
                .query((row, number) ->
                        new Mended(row.getLong("checked"), row.getLong("without_progress"), List.of(), List.of((UUID[])
                                row.getArray("wrong_ones").getArray())))
                .single();
    }

    private JdbcClient.StatementSpec in(Pages pages, String sql, Reach reach, Instant now) {
        return jdbc.sql(sql)
                .param("from", place(pages.from()))
                .param("before", place(pages.before()))
                .param("live", reach == Reach.ACTIVE ? LoginSessionRows.utc(now) : null);
    }

    /** Mends one where it is still wrong, by what its source says now; waits for whoever holds the row. */
    public List<CopyChange> mend(UUID id, Instant now) {
        return jdbc.sql("select * from mend_login_sessions(array[:id::uuid], :now)")
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> change(row))
                .list();
    }

    private static String place(long page) {
        return "(" + page + ",0)";
    }

    private static Mended mended(ResultSet rows) throws SQLException {
        long checked = 0;
        long withoutProgress = 0;
        List<CopyChange> changes = new ArrayList<>();
        List<UUID> left = new ArrayList<>();
        while (rows.next()) {
            @Nullable UUID id = rows.getObject("id", UUID.class);
            if (id == null) {
                checked = rows.getLong("checked");
                withoutProgress = rows.getLong("without_progress");
            } else if (rows.getBoolean("mended")) {
                changes.add(change(rows));
            } else {
                left.add(id);
            }
        }
        return new Mended(checked, withoutProgress, changes, left);
    }

    private static CopyChange change(ResultSet row) throws SQLException {
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
