package dev.gangway.wizard.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the submitted answers of defined wizards, one round trip for each call. */
@Repository
public class ResponseStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ResponseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All responses of a wizard session, by step. */
    public Map<String, StoredResponse> find(WizardSessionId id) {
        return jdbc
                .sql("""
                        select step_key, data, time_spent_seconds, saved_at from responses
                        where wizard_session_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> new StoredResponse(
                        row.getString("step_key"),
                        new Answers(json.readValue(row.getString("data"), DraftStore.FIELDS)),
                        row.getLong("time_spent_seconds"),
                        row.getTimestamp("saved_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredResponse::stepKey, Function.identity()));
    }

    /**
     * Stores a step's answers.
     *
     * @param run as it is after this writing
     * @param since when the run was written before, which is when this step's time began
     */
    public void write(WizardSession run, String stepKey, Answers data, Instant since) {
        jdbc.sql("""
                        insert into responses (wizard_session_id, step_key, user_id, data, time_spent_seconds, saved_at)
                        values (:id, :step, :user, cast(:data as jsonb), :spent, :now)
                        on conflict (wizard_session_id, step_key) do update
                            set data = excluded.data, saved_at = excluded.saved_at,
                                time_spent_seconds = responses.time_spent_seconds + excluded.time_spent_seconds
                        """)
                .param("id", run.id().value())
                .param("step", stepKey)
                .param("user", run.userId().value())
                .param("data", json.writeValueAsString(data.fields()))
                .param(
                        "spent",
                        Math.max(0, Duration.between(since, run.updatedAt()).toSeconds()))
                .param("now", Timestamp.from(run.updatedAt()))
                .update();
    }
}
