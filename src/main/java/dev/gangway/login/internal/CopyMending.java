package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.login.CopyChange;
import dev.gangway.login.OnboardingCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
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
     * Mends some, but for rows that others have written since they were found.
     *
     * @throws DataAccessException where someone holds one of the rows for long
     */
    List<CopyChange> mend(WrongCopies some, Instant now) {
        return jdbc.sql("select * from write_login_session_mends(:mends::login_session_mends, :first, :last, :now)")
                .param("mends", some.mends())
                .param("first", some.first())
                .param("last", some.last())
                .param("now", LoginSessionRows.utc(now))
                .query((row, number) -> change(row))
                .list();
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

    /** Of id, user, before and after, in this order: by their names, columns of a million rows take as long again. */
    static CopyChange change(ResultSet row) throws SQLException {
        return new CopyChange(
                row.getObject(1, UUID.class),
                new UserId(row.getString(2)),
                new OnboardingCopy(row.getBoolean(3), row.getBoolean(4), row.getString(5)),
                new OnboardingCopy(row.getBoolean(6), row.getBoolean(7), row.getString(8)));
    }
}
