package dev.gangway.training.internal;

import static dev.gangway.training.internal.Columns.uuid;

import dev.gangway.base.UserId;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Reads requests for another time, whether they stand alone or beside their lesson. */
final class RescheduleRows {

    private RescheduleRows() {}

    /** A row of {@code lesson_reschedule_states}. */
    static Reschedule alone(ResultSet row) throws SQLException {
        return read(row, "", uuid(row, "purchase_session_id"), "lesson_starts_at", "starts_at", "session_number");
    }

    /** The same beside the lesson that it is about. */
    static Reschedule joined(ResultSet row, UUID lesson) throws SQLException {
        return read(row, "reschedule_", lesson, "reschedule_from", "reschedule_to", "reschedule_number");
    }

    private static Reschedule read(
            ResultSet row, String prefix, UUID lesson, String from, String to, String sessionNumber)
            throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Reschedule(
                uuid(row, prefix + "id"),
                lesson,
                row.getInt(sessionNumber),
                new UserId(row.getString("asked_by")),
                Objects.requireNonNull(Columns.side(row, "asked_as")),
                Columns.instant(row, from),
                Columns.instant(row, to),
                row.getString("reason"),
                RescheduleStatus.valueOf(row.getString(prefix + "status").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "asked_at"),
                decided == null ? null : decided.toInstant(),
                people(row));
    }

    private static List<UserId> people(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("approved_by").getArray())
                .map(UserId::new)
                .toList();
    }
}
