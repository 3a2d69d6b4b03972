package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.SyncScope;
import dev.gangway.login.SyncScope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the copies of many login sessions with their source, each question in one pass over all of them. */
@Repository
public class CopyComparison {

    /** So many rows are in memory at once. */
    private static final int FETCHED = 10_000;

    private static final String WRONG = """
            select id, user_id, needs_onboarding, onboarding_completed, onboarding_step,
                   source_needs_onboarding, source_onboarding_completed, source_onboarding_step
            from login_session_copies c
            where c.wrong
            """;

    /** What is mended in one transaction: some rows stay locked for about a tenth of a second. */
    private static final int TOGETHER = 10_000;

    private static final String COUNTED = """
             count(*) as checked, count(*) filter (where not started) as without_progress, count(*) filter (where wrong) as wrong\
            """;

    /** What is to be written where, each column an array. */
    private static final String MENDS = """
            ,
            array_agg(row_place) filter (where wrong) as places,
            array_agg(row_version) filter (where wrong) as versions,
            array_agg(source_needs_onboarding) filter (where wrong) as needs_onboarding,
            array_agg(source_onboarding_completed) filter (where wrong) as onboarding_completed,
            array_agg(source_onboarding_step) filter (where wrong) as onboarding_steps
            """;

    /** The mends of {@code found}, some in each row; at least one row. A colon before a letter would be a parameter. */
    private static final String IN_PARTS = """
            select found.checked, found.without_progress, found.wrong,
                   row(places[first : last], versions[first : last], needs_onboarding[first : last],
                       onboarding_completed[first : last], onboarding_steps[first : last])::login_session_mends::text as mends,
                   last - first + 1 as length
            from found
                     cross join lateral (
                         select part * :together + 1 as first, least((part + 1) * :together, found.wrong)::integer as last
                         from generate_series(0, (found.wrong::integer - 1) / :together) part) parts
            """;

    private static final String WRITTEN = """
             and (c.updated_at <> :now and age(c.row_version) <= age(:since::xid8::xid)
                  or c.user_id in (select o.user_id from onboarding_copies o where age(o.row_version) <= age(:since::xid8::xid)))\
            """;

    private final JdbcClient jdbc;

    CopyComparison(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many there are.
     *
     * @param checked in the scope
     * @param withoutProgress whose account has not started its onboarding
     * @param wrong whose copy disagrees with its source
     */
    public record Counts(long checked, long withoutProgress, long wrong) {}

    /** Counts what is in the scope. */
    public Counts count(SyncScope scope, Instant now) {
        return statement("select" + COUNTED + " from login_session_copies c where true" + in(scope), scope, now)
                .query((row, number) -> counts(row))
                .single();
    }

    /**
     * What is wrong in a scope.
     *
     * @param wrong the rows, neighbours together, some in each
     */
    public record Found(Counts counts, List<WrongCopies> wrong) {}

    /** Counts what is in the scope and tells what is to be written where, in one pass; inside a transaction. */
    public Found find(SyncScope scope, Instant now) {
        // A table of all sources fits into memory once; the threads of a server have less each.
        jdbc.sql("select set_config('work_mem', '64MB', true)")
                .query((row, number) -> row.getString(1))
                .single();
        List<WrongCopies> wrong = new ArrayList<>();
        String found = "with found as (select" + COUNTED + MENDS + " from login_session_copies c where true" + in(scope)
                + ")\n";
        Counts counts = statement(found + IN_PARTS, scope, now)
                .param("together", TOGETHER)
                .query(rows -> {
                    Counts all = new Counts(0, 0, 0);
                    while (rows.next()) {
                        all = counts(rows);
                        if (all.wrong() > 0) {
                            wrong.add(new WrongCopies(rows.getString("mends"), 1, rows.getInt("length")));
                        }
                    }
                    return all;
                });
        return new Found(counts, wrong);
    }

    /** Names each wrong copy in the scope. Inside a transaction the rows arrive while the database still searches. */
    public void forEachWrong(SyncScope scope, Instant now, Consumer<CopyChange> consumer) {
        statement(WRONG + in(scope), scope, now).withFetchSize(FETCHED).query(row -> {
            consumer.accept(CopyMending.change(row));
        });
    }

    /**
     * Which transactions write, at one moment.
     *
     * @param oldest the oldest one: each row that is written from then on has it or a later one for its version
     * @param next after the newest one that has ended; they are numbered without a gap
     */
    public record Writers(long oldest, long next) {}

    /** Which transactions write now. */
    public Writers writers() {
        return jdbc.sql("""
                        select pg_snapshot_xmin(s)::text::bigint as oldest, pg_snapshot_xmax(s)::text::bigint as next
                        from pg_current_snapshot() s
                        """)
                .query((row, number) -> new Writers(row.getLong("oldest"), row.getLong("next")))
                .single();
    }

    /** Whether more has been written since than by the caller's own transactions, of which there were so many. */
    public boolean hasMoreBeenWritten(Writers since, long own) {
        return since.oldest() < since.next() || writers().next() != since.next() + own;
    }

    /**
     * Names each wrong copy in the scope whose row or whose source was written since.
     *
     * @param now also the moment that is on the rows the caller has mended: these count as not written
     * @param before who wrote then
     */
    public void forEachWrongSince(SyncScope scope, Instant now, Writers before, Consumer<CopyChange> consumer) {
        statement(WRONG + WRITTEN + in(scope), scope, now)
                .param("since", String.valueOf(before.oldest()))
                .query((row, number) -> CopyMending.change(row))
                .list()
                .forEach(consumer);
    }

    /** Only what is asked for is in the text, so that each question gets its own plan. */
    private static String in(SyncScope scope) {
        return (scope.reach() == Reach.ACTIVE ? " and c.is_active and c.expires_at > :now" : "")
                + (scope.isEveryone() ? "" : " and c.user_id = :user");
    }

    private JdbcClient.StatementSpec statement(String sql, SyncScope scope, Instant now) {
        @Nullable UserId userId = scope.userId();
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("now", LoginSessionRows.utc(now));
        return userId == null ? statement : statement.param("user", userId.value());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong("checked"), row.getLong("without_progress"), row.getLong("wrong"));
    }
}
