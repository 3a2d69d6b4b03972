package dev.gangway.login.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSession;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads login sessions and callers from rows. */
final class LoginSessionRows {

    private LoginSessionRows() {}

    /** With the copy as the row has it. */
    static LoginSession asStored(ResultSet row) throws SQLException {
        return session(row, "");
    }

    /** With the copy as its source says, whatever the row has. */
    static LoginSession asItShouldBe(ResultSet row) throws SQLException {
        return session(row, "source_");
    }

    /** What cannot change as it is known, everything else as the row has it and the copy as its source says. */
    static LoginSession changed(LoginSession known, ResultSet row) throws SQLException {
        return new LoginSession(
                known.id(),
                known.userId(),
                known.kind(),
                true,
                row.getBoolean("source_needs_onboarding"),
                row.getBoolean("source_onboarding_completed"),
                row.getString("source_onboarding_step"),
                known.createdAt(),
                moment(row, "updated_at"),
                moment(row, "last_activity"),
                moment(row, "expires_at"),
                row.getString("ip_address"),
                row.getString("user_agent"));
    }

    static Caller caller(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        return new Caller(
                new UserId(row.getString("user_id")),
                row.getString("username"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
                row.getObject("id", UUID.class));
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static LoginSession session(ResultSet row, String copy) throws SQLException {
        return new LoginSession(
                row.getObject("id", UUID.class),
                new UserId(row.getString("user_id")),
                LoginKind.of(row.getString("kind")),
                true, // only live ones are read
                row.getBoolean(copy + "needs_onboarding"),
                row.getBoolean(copy + "onboarding_completed"),
                row.getString(copy + "onboarding_step"),
                moment(row, "created_at"),
                moment(row, "updated_at"),
                moment(row, "last_activity"),
                moment(row, "expires_at"),
                row.getString("ip_address"),
                row.getString("user_agent"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
