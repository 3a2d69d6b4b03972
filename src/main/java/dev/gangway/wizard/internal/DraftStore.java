package dev.gangway.wizard.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.WizardSession;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes drafts, one round trip for each call. */
@Repository
public class DraftStore {

    static final TypeReference<Map<String, JsonNode>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is typed in a step and not submitted yet. */
    public Answers find(WizardSession run, String stepKey) {
        return jdbc.sql("select data from drafts where wizard_session_id = :id and step_key = :step")
                .param("id", run.id().value())
                .param("step", stepKey)
                .query((row, number) -> new Answers(json.readValue(row.getString("data"), FIELDS)))
                .optional()
                .orElse(Answers.NONE);
    }

    /** Adds typed fields to the draft, over those of the same path, and marks the run as worked on. */
    public void merge(WizardSession run, String stepKey, Answers typed, Instant now) {
        write(run, stepKey, typed, now, "drafts.data || excluded.data");
    }

    /** Puts typed fields in place of the draft, and marks the run as worked on. */
    public void replace(WizardSession run, String stepKey, Answers typed, Instant now) {
        write(run, stepKey, typed, now, "excluded.data");
    }

    /** Forgets what was typed in a step. */
    public void delete(WizardSession run, String stepKey) {
        jdbc.sql("delete from drafts where wizard_session_id = :id and step_key = :step")
                .param("id", run.id().value())
                .param("step", stepKey)
                .update();
    }

    private void write(WizardSession run, String stepKey, Answers typed, Instant now, String merged) {
        jdbc.sql("""
                        with active as (
                            update wizard_sessions
                            set last_activity_at = :now, abandoned_at = null,
                                status = case when status = 'abandoned' then 'in_progress' else status end
                            where id = :id
                            returning id, user_id)
                        insert into drafts (wizard_session_id, step_key, user_id, data, updated_at)
                        select id, :step, user_id, cast(:data as jsonb), :now from active
                        on conflict (wizard_session_id, step_key)
                            do update set data =""" + " " + merged + ", updated_at = excluded.updated_at")
                .param("id", run.id().value())
                .param("step", stepKey)
                .param("data", json.writeValueAsString(typed.fields()))
                .param("now", Timestamp.from(now))
                .update();
    }
}
