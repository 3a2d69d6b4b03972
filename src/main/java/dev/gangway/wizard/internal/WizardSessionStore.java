package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionRows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes wizard sessions, one round trip for each call. */
@Repository
public class WizardSessionStore {

    private static final String COUNTED = """
            counted as (
                insert into wizard_completions (wizard_id, shard, completed) values (:wizard, :shard, 1)
                on conflict (wizard_id, shard) do update set completed = wizard_completions.completed + 1)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WizardSessionRows rows;
    private final WizardSessionColumns columns;

    WizardSessionStore(JdbcClient jdbc, JsonMapper json, WizardSessionRows rows, WizardSessionColumns columns) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.columns = columns;
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
        return jdbc.sql(WizardSessionColumns.INSERT)
                        .paramSource(columns.of(run))
                        .update()
                == 1;
    }

    /** Stores a run whose row the caller has locked. */
    public void update(WizardSession run) {
        update("", columns.of(run)).update();
    }

    /** Stores a run that was finished just now, and counts it. */
    public void finish(WizardSession run) {
        update("with " + COUNTED, columns.of(run)).update();
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
                        columns.of(run)
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

    private JdbcClient.StatementSpec update(String with, MapSqlParameterSource parameters) {
        return jdbc.sql(with + WizardSessionColumns.UPDATE).paramSource(parameters);
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

    /**
     * A step's answers that are about to be replaced.
     *
     * @param version the wizard session's version that wrote them
     */
    public record Superseded(Answers answers, long version, Instant savedAt) {}
}
