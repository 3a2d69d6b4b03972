package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionRows;
import dev.gangway.wizard.internal.WizardSessionStore.Superseded;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes many accounts' wizard sessions at once, a few round trips for each call. */
@Repository
public class WizardSessionBatchStore {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json;
    private final WizardSessionRows rows;
    private final WizardSessionColumns columns;

    WizardSessionBatchStore(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batches,
            JsonMapper json,
            WizardSessionRows rows,
            WizardSessionColumns columns) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.rows = rows;
        this.columns = columns;
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
        return Arrays.stream(batches.batchUpdate(WizardSessionColumns.INSERT, parameters(runs)))
                .sum();
    }

    /** Stores many runs whose rows the caller has locked. */
    public void updateAll(List<WizardSession> runs) {
        batches.batchUpdate(WizardSessionColumns.UPDATE, parameters(runs));
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

    /** Counts completions that did not go through {@link WizardSessionStore#finish}. */
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
        return runs.stream().map(columns::of).toArray(MapSqlParameterSource[]::new);
    }
}
