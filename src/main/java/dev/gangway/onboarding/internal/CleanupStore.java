package dev.gangway.onboarding.internal;

import dev.gangway.onboarding.Cleanup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls the database function that has the rule of cleaning up. */
@Repository
public class CleanupStore {

    private final JdbcClient jdbc;

    CleanupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Clears away, in the caller's transaction. */
    public Outcome run(int hours, Cleanup.Deletion deletion, Instant now) {
        return call("cleanup_onboarding_sessions(:hours, :purge, false, :now)", hours, deletion, now);
    }

    /** Counts. */
    public Cleanup preview(int hours, Cleanup.Deletion deletion, Instant now) {
        return call("cleanup_onboarding_sessions(:hours, :purge, true, :now)", hours, deletion, now)
                .cleanup();
    }

    private Outcome call(String function, int hours, Cleanup.Deletion deletion, Instant now) {
        return jdbc.sql("select * from " + function)
                .param("hours", hours)
                .param("purge", deletion == Cleanup.Deletion.AT_ONCE)
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Outcome(cleanup(row), row.getLong("copy_failures")))
                .single();
    }

    private static Cleanup cleanup(ResultSet row) throws SQLException {
        return new Cleanup(
                row.getLong("abandoned_count"),
                row.getLong("deleted_count"),
                row.getInt("cutoff_hours"),
                row.getTimestamp("cutoff_time").toInstant());
    }

    /**
     * What was done.
     *
     * @param copyFailures accounts whose login sessions could not be told
     */
    public record Outcome(Cleanup cleanup, long copyFailures) {}
}
