package dev.gangway.wizard.internal;

import dev.gangway.wizard.Response;
import dev.gangway.wizard.WizardDefinition;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionLoads.Loaded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes many new wizard sessions by COPY, in the caller's transaction. */
@Repository
public class WizardSessionCopy {

    private static final String RUNS = """
            copy wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step,
                progress_percentage, steps, version, started_at, last_activity_at, updated_at, completed_at,
                abandoned_at, total_time_seconds) from stdin""";

    private static final String RESPONSES =
            "copy responses (wizard_session_id, step_key, user_id, data, time_spent_seconds, saved_at) from stdin";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final WizardSessionBatchStore store;

    WizardSessionCopy(JdbcTemplate jdbc, JsonMapper json, WizardSessionBatchStore store) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
    }

    /** Writes them as the database reads them; needs no database, and any thread may do it. */
    public CopyRows rows(Collection<Loaded> loaded) {
        StringBuilder runs = new StringBuilder();
        StringBuilder responses = new StringBuilder();
        for (Loaded each : loaded) {
            row(runs, each.run());
            each.responses().forEach(response -> row(responses, each.run(), response));
        }
        return new CopyRows(
                runs.toString().getBytes(StandardCharsets.UTF_8),
                responses.toString().getBytes(StandardCharsets.UTF_8),
                loaded.stream()
                        .map(Loaded::run)
                        .filter(WizardSession::isCompleted)
                        .collect(Collectors.groupingBy(WizardSession::wizard, Collectors.summingInt(run -> 1))),
                loaded.size());
    }

    /** Stores them with their responses, and counts those that are completed. */
    public void store(CopyRows rows) {
        copy(RUNS, rows.runs());
        copy(RESPONSES, rows.responses());
        // In one order, so that two loads that count the same wizards do not wait for each other in a circle.
        rows.completed().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(WizardDefinition::id)))
                .forEach(entry -> store.countCompleted(entry.getKey(), entry.getValue(), 0));
    }

    private void row(StringBuilder out, WizardSession run) {
        line(
                out,
                run.id().value(),
                run.userId().value(),
                run.wizard().id(),
                run.wizard().version(),
                run.name(),
                run.status().word(),
                run.currentStep().key(),
                run.progress(),
                json.writeValueAsString(run.steps()),
                run.version(),
                run.startedAt(),
                run.lastActivityAt(),
                run.updatedAt(),
                run.completedAt(),
                run.abandonedAt(),
                run.totalTimeSeconds());
    }

    private void row(StringBuilder out, WizardSession run, Response response) {
        line(
                out,
                run.id().value(),
                response.stepKey(),
                run.userId().value(),
                json.writeValueAsString(response.data().fields()),
                response.timeSpentSeconds(),
                response.savedAt());
    }

    /** The text format of COPY: tabs between values, a backslash before what means something, \N for null. */
    private static void line(StringBuilder out, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : "\t");
            if (values[i] == null) {
                out.append("\\N");
            } else {
                escaped(out, Objects.toString(values[i]));
            }
        }
        out.append('\n');
    }

    private static void escaped(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> out.append(character);
            }
        }
    }

    private void copy(String sql, byte[] rows) {
        jdbc.execute((ConnectionCallback<Long>) connection -> copied(connection, sql, rows));
    }

    private static long copied(Connection connection, String sql, byte[] rows) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
