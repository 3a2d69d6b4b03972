package dev.gangway.wizard.internal;

import dev.gangway.wizard.WizardSession;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a wizard session is written to its row. {@link dev.gangway.wizard.WizardSessionRows} reads it. */
@Component
class WizardSessionColumns {

    static final String INSERT = """
            insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step,
                progress_percentage, steps, version, started_at, last_activity_at, updated_at, completed_at,
                abandoned_at, total_time_seconds)
            values (:id, :user, :wizard, :wizardVersion, :name, :status, :currentStep,
                :progress, cast(:steps as jsonb), :version, :startedAt, :lastActivityAt, :updatedAt, :completedAt,
                :abandonedAt, :totalTime)
            on conflict do nothing
            """;

    static final String UPDATE = """
            update wizard_sessions
            set session_name = :name, wizard_version = :wizardVersion, status = :status, current_step = :currentStep,
                progress_percentage = :progress,
                steps = cast(:steps as jsonb), version = :version, last_activity_at = :lastActivityAt,
                updated_at = :updatedAt, completed_at = :completedAt, abandoned_at = :abandonedAt,
                total_time_seconds = :totalTime
            where id = :id
            """;

    private static final int COMPLETION_SHARDS = 16;

    private final JsonMapper json;

    WizardSessionColumns(JsonMapper json) {
        this.json = json;
    }

    /** What {@link #INSERT} and {@link #UPDATE} ask for, and the shard in which its completion counts. */
    MapSqlParameterSource of(WizardSession run) {
        return new MapSqlParameterSource()
                .addValue("id", run.id().value())
                .addValue("user", run.userId().value())
                .addValue("wizard", run.wizard().id())
                .addValue("wizardVersion", run.wizard().version())
                .addValue("name", run.name())
                .addValue("status", run.status().word())
                .addValue("currentStep", run.currentStep().key())
                .addValue("progress", run.progress())
                .addValue("steps", json.writeValueAsString(run.steps()))
                .addValue("version", run.version())
                .addValue("startedAt", Timestamp.from(run.startedAt()))
                .addValue("lastActivityAt", Timestamp.from(run.lastActivityAt()))
                .addValue("updatedAt", Timestamp.from(run.updatedAt()))
                .addValue("completedAt", timestamp(run.completedAt()))
                .addValue("abandonedAt", timestamp(run.abandonedAt()))
                .addValue("totalTime", run.totalTimeSeconds())
                .addValue("shard", Math.floorMod(run.id().hashCode(), COMPLETION_SHARDS));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
