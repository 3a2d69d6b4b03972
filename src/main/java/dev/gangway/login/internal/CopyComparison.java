package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import dev.gangway.login.SyncScope;
import dev.gangway.login.SyncScope.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
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
        return statement("""
                        select count(*) as checked, count(*) filter (where not started) as without_progress,
                               count(*) filter (where wrong) as wrong
                        from login_session_copies c
                        where true
                        """, scope, now)
                .query((row, number) ->
                        new Counts(row.getLong("checked"), row.getLong("without_progress"), row.getLong("wrong")))
                .single();
    }

    /** Names each wrong copy in the scope. Inside a transaction the rows arrive while the database still searches. */
    public void forEachWrong(SyncScope scope, Instant now, Consumer<CopyChange> consumer) {
        statement(WRONG, scope, now).withFetchSize(FETCHED).query(row -> {
            consumer.accept(change(row));
        });
    }

    /** The oldest transaction that may still write: each row that is written from now on has it or a later one for its version. */
    public String oldestWriter() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::xid::text")
                .query((row, number) -> row.getString(1))
                .single();
    }

    /**
     * Names each wrong copy in the scope whose row was written since.
     *
     * @param now also the moment that is on the rows the caller has mended: these are left out
     * @param oldestWriter from before
     */
    public void forEachWrongSince(SyncScope scope, Instant now, String oldestWriter, Consumer<CopyChange> consumer) {
        statement(WRONG + " and c.updated_at <> :now and age(c.row_version) <= age(:since::xid)", scope, now)
                .param("since", oldestWriter)
                .withFetchSize(FETCHED)
                .query(row -> {
                    consumer.accept(change(row));
                });
    }

    private JdbcClient.StatementSpec statement(String select, SyncScope scope, Instant now) {
        // Only what is asked for is in the text, so that each question gets its own plan.
        String sql = select
                + (scope.reach() == Reach.ACTIVE ? " and c.is_active and c.expires_at > :now" : "")
                + (scope.isEveryone() ? "" : " and c.user_id = :user");
        @Nullable UserId userId = scope.userId();
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("now", LoginSessionRows.utc(now));
        return userId == null ? statement : statement.param("user", userId.value());
    }

    private static CopyChange change(ResultSet row) throws SQLException {
        return new CopyChange(
                row.getObject("id", UUID.class),
                new UserId(row.getString("user_id")),
                copy(row, ""),
                copy(row, "source_"));
    }

    private static OnboardingCopy copy(ResultSet row, String prefix) throws SQLException {
        return new OnboardingCopy(
                row.getBoolean(prefix + "needs_onboarding"),
                row.getBoolean(prefix + "onboarding_completed"),
                row.getString(prefix + "onboarding_step"));
    }
}
