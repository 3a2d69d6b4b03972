package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mends the copies in many rows at once, or one that needs patience. */
@Repository
public class CopyMending {

    private final JdbcClient jdbc;

    CopyMending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was done to some rows.
     *
     * @param changes what was mended
     * @param left what is wrong still, because someone holds the row
     */
    record Mended(List<CopyChange> changes, List<UUID> left) {}

    /** Mends some, but for rows that someone holds or has changed since they were found. */
    Mended mend(WrongCopies some, Instant now) {
        List<CopyChange> changes = new ArrayList<>();
        List<UUID> left = new ArrayList<>();
        jdbc.sql("select * from mend_login_sessions_at(:mends::login_session_mends, :first, :last, :now)")
                .param("mends", some.mends())
                .param("first", some.first())
                .param("last", some.last())
                .param("now", LoginSessionRows.utc(now))
                .query(row -> {
                    if (row.getBoolean("mended")) {
                        changes.add(change(row));
                    } else {
                        left.add(row.getObject("id", UUID.class));
                    }
                });
        return new Mended(changes, left);
    }

    /** The first of some, unless its row has moved since. */
    Optional<UUID> first(WrongCopies some) {
        return jdbc.sql("select id from login_sessions where ctid = ((:mends::login_session_mends).places)[:first]")
                .param("mends", some.mends())
                .param("first", some.first())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Mends one where it is still wrong, by what its source says now; waits for whoever holds the row. */
    public List<CopyChange> mend(UUID id, Instant now) {
        return jdbc.sql("select * from mend_login_sessions(array[:id::uuid], :now)")
                .param("id", id)
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> change(row))
                .list();
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
