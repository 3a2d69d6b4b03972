package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes wizard sessions, one round trip for each call. */
@Repository
public class WizardSessionStore {

    private static final String INSERT = """
            insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step,
                progress_percentage, steps, version, started_at, last_activity_at, updated_at, completed_at,
                abandoned_at, total_time_seconds)
            values (:id, :user, :wizard, :wizardVersion, :name, :status, :currentStep,
                :progress, cast(:steps as jsonb), :version, :startedAt, :lastActivityAt, :updatedAt, :completedAt,
                :abandonedAt, :totalTime)
            on conflict do nothing
            """;

    private static final String UPDATE = """
            update wizard_sessions
            set session_name = :name, wizard_version = :wizardVersion, status = :status, current_step = :currentStep,
                progress_percentage = :progress,
                steps = cast(:steps as jsonb), version = :version, last_activity_at = :lastActivityAt,
                updated_at = :updatedAt, completed_at = :completedAt, abandoned_at = :abandonedAt,
                total_time_seconds = :totalTime
            where id = :id
            """;

    private static final int COMPLETION_SHARDS = 16;

    private static final String COUNTED = """
            counted as (
                insert into wizard_completions (wizard_id, shard, completed) values (:wizard, :shard, 1)
                on conflict (wizard_id, shard) do update set completed = wizard_completions.completed + 1)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;
    private final WizardSessionRows rows;

    WizardSessionStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json, WizardSessionRows rows) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.rows = rows;
    }

    /** The account's run through a wizard, as committed. */
    public Optional<WizardSession> find(UserId userId, WizardDefinition wizard) {
        return select(userId, wizard, "");
    }

    /** The account's run through a wizard, locked until the transaction ends. */
    public Optional<WizardSession> lock(UserId userId, WizardDefinition wizard) {
        return select(userId, wizard, " for update");
    }

    private Optional<WizardSession> select(UserId userId, WizardDefinition wizard, String locking) {
        return jdbc.sql("""
                        select ws.* from wizard_sessions ws
                        where ws.user_id = :user and ws.wizard_id = :wizard
                        """ + locking)
                .param("user", userId.value())
                .param("wizard", wizard.id())
                .query((row, number) -> rows.read(row, wizard))
                .optional();
    }

    /**
     * Stores a run that begins.
     *
     * @return false where the account has one already, so that nothing was stored
     */
    public boolean insert(WizardSession run) {
        return jdbc.sql(INSERT).paramSource(parameters(run)).update() == 1;
    }

    /** Stores a run whose row the caller has locked. */
    public void update(WizardSession run) {
        update("", parameters(run)).update();
    }

    /** Stores a run that was finished just now, and counts it. */
    public void finish(WizardSession run) {
        update("with " + COUNTED, parameters(run)).update();
    }

    /**
     * Stores a run one of whose steps was submitted, keeps what the step said before, and drops the draft; counts the run
     * where that finished it.
     *
     * @param before the run as it was, for what changed
     * @param superseded the step's earlier answers; null where there were none
     * @param draftFields fields to drop from the draft; null: all
     */
    public void advance(
            WizardSession before,
            WizardSession run,
            String stepKey,
            @Nullable Superseded superseded,
            @Nullable Set<String> draftFields) {
        update(
                        """
                with kept as (
                    insert into response_history (wizard_session_id, step_key, version, user_id, data, saved_at)
                    select :id, :step, :oldVersion, :user, cast(:old as jsonb), :oldSavedAt
                    where cast(:old as jsonb) is not null
                    on conflict do nothing),
                dropped as (
                    delete from drafts
                    where wizard_session_id = :id and step_key = :step
                      and (cast(:fields as text[]) is null or data - cast(:fields as text[]) = '{}')),
                reduced as (
                    update drafts set data = data - cast(:fields as text[])
                    where wizard_session_id = :id and step_key = :step
                      and data - cast(:fields as text[]) <> '{}')
                """ + (run.isCompleted() && !before.isCompleted() ? ", " + COUNTED : ""),
                        parameters(run)
                                .addValue("step", stepKey)
                                .addValue(
                                        "old",
                                        superseded == null
                                                ? null
                                                : json.writeValueAsString(
                                                        superseded.answers().fields()))
                                .addValue("oldVersion", superseded == null ? 0 : superseded.version())
                                .addValue(
                                        "oldSavedAt", superseded == null ? null : Timestamp.from(superseded.savedAt()))
                                .addValue("fields", draftFields == null ? null : draftFields.toArray(String[]::new)))
                .update();
    }

    /** The runs of several accounts through a wizard, locked until the transaction ends. */
    public List<WizardSession> lockAll(Collection<UserId> users, WizardDefinition wizard) {
        return jdbc.sql("""
                        select ws.* from wizard_sessions ws
                        where ws.user_id = any(:users) and ws.wizard_id = :wizard
                        order by ws.id for update
                        """)
                .param("users", users.stream().map(UserId::value).toArray(String[]::new))
                .param("wizard", wizard.id())
                .query((row, number) -> rows.read(row, wizard))
                .list();
    }

    /**
     * Stores many runs that are new.
     *
     * @return how many were stored; the others' accounts have one already
     */
    public int insertAll(List<WizardSession> runs) {
        return Arrays.stream(batches.batchUpdate(INSERT, parameters(runs))).sum();
    }

    /** Stores many runs whose rows the caller has locked. */
    public void updateAll(List<WizardSession> runs) {
        batches.batchUpdate(UPDATE, parameters(runs));
    }

    /** Keeps what a step of a run said before it is replaced. */
    public void keep(WizardSession run, String stepKey, Superseded superseded) {
        jdbc.sql("""
                        insert into response_history (wizard_session_id, step_key, version, user_id, data, saved_at)
                        values (:id, :step, :version, :user, cast(:data as jsonb), :savedAt)
                        on conflict do nothing
                        """)
                .param("id", run.id().value())
                .param("step", stepKey)
                .param("version", superseded.version())
                .param("user", run.userId().value())
                .param("data", json.writeValueAsString(superseded.answers().fields()))
                .param("savedAt", Timestamp.from(superseded.savedAt()))
                .update();
    }

    /** Counts completions that did not go through {@link #finish}. */
    public void countCompleted(WizardDefinition wizard, int completed, int shard) {
        jdbc.sql("""
                        insert into wizard_completions (wizard_id, shard, completed) values (:wizard, :shard, :completed)
                        on conflict (wizard_id, shard)
                            do update set completed = wizard_completions.completed + excluded.completed
                        """)
                .param("wizard", wizard.id())
                .param("shard", shard)
                .param("completed", completed)
                .update();
    }

    private MapSqlParameterSource[] parameters(List<WizardSession> runs) {
        return runs.stream().map(this::parameters).toArray(MapSqlParameterSource[]::new);
    }

    private JdbcClient.StatementSpec update(String with, MapSqlParameterSource parameters) {
        return jdbc.sql(with + UPDATE).paramSource(parameters);
    }

    private MapSqlParameterSource parameters(WizardSession run) {
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

    /** The step's answers as they were at a version of the wizard session; empty where none were stored yet. */
    public Optional<Answers> answersAt(WizardSessionId id, String stepKey, long version) {
        return jdbc.sql("""
                        select data from response_history
                        where wizard_session_id = :id and step_key = :step and version <= :version
                        order by version desc limit 1
                        """)
                .param("id", id.value())
                .param("step", stepKey)
                .param("version", version)
                .query((row, number) -> new Answers(json.readValue(row.getString("data"), DraftStore.FIELDS)))
                .optional();
    }

    /**
     * Erases a run with everything that hangs on it.
     *
     * @return whether there was one
     */
    public boolean delete(UserId userId, WizardDefinition wizard) {
        return jdbc.sql("delete from wizard_sessions where user_id = :user and wizard_id = :wizard")
                        .param("user", userId.value())
                        .param("wizard", wizard.id())
                        .update()
                > 0;
    }

    /**
     * Erases a run that is not completed, with everything that hangs on it.
     *
     * @return whether there was one
     */
    public boolean deleteUnfinished(UserId userId, WizardSessionId id) {
        return jdbc.sql("delete from wizard_sessions where id = :id and user_id = :user and status <> 'completed'")
                        .param("id", id.value())
                        .param("user", userId.value())
                        .update()
                > 0;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /**
     * A step's answers that are about to be replaced.
     *
     * @param version the wizard session's version that wrote them
     */
    public record Superseded(Answers answers, long version, Instant savedAt) {}
}
