package dev.gangway.wizard;

import dev.gangway.base.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads wizard sessions from rows that have the columns of {@code wizard_sessions}, alone or joined with answers. */
@Component
public class WizardSessionRows {

    private static final TypeReference<Map<String, StepRecord>> STEPS = new TypeReference<>() {};

    private final JsonMapper json;

    WizardSessionRows(JsonMapper json) {
        this.json = json;
    }

    /** The wizard session of the current row, at its furthest step. */
    public WizardSession read(ResultSet row, WizardDefinition wizard) throws SQLException {
        return read(row, wizard, null);
    }

    /** The wizard session of the current row, at the step that the person moved to. */
    public WizardSession readWithPosition(ResultSet row, WizardDefinition wizard) throws SQLException {
        return read(row, wizard, row.getString("current_step"));
    }

    private WizardSession read(ResultSet row, WizardDefinition wizard, @Nullable String position) throws SQLException {
        return new WizardSession(
                new WizardSessionId(row.getObject("id", UUID.class)),
                new UserId(row.getString("user_id")),
                wizard,
                row.getString("session_name"),
                WizardSessionStatus.of(row.getString("status")),
                row.getBigDecimal("progress_percentage"),
                json.readValue(row.getString("steps"), STEPS),
                row.getLong("version"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("last_activity_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "completed_at"),
                instant(row, "abandoned_at"),
                row.getObject("total_time_seconds", Long.class),
                position);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
