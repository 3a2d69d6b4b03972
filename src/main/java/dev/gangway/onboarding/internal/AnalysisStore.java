package dev.gangway.onboarding.internal;

import dev.gangway.base.Message;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes where website analyses stand. Only the attempt that an analysis is about may write to it: one that was
 * overtaken by another address finds nothing to change.
 */
@Repository
public class AnalysisStore {

    /**
     * Puts an attempt in place of the analysis of another address, or of the same one where it is asked for again; answers
     * the attempt if it did.
     */
    static final String BEGIN = """
            insert into website_measurements as m (wizard_session_id, user_id, attempt, url, status, progress, started_at)
            select :id, :user, :attempt, :url, 'in_progress', 0, :now
            where :url <> ''
            on conflict (wizard_session_id) do update
            set attempt = excluded.attempt, url = excluded.url, status = excluded.status, progress = excluded.progress,
                stage = null, error = null, result = null, started_at = excluded.started_at, finished_at = null
            where :again or m.url <> excluded.url
            returning attempt
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnalysisStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The analysis of a wizard session's website, if one was started. */
    public Optional<WebsiteAnalysis> find(WizardSessionId id) {
        return jdbc.sql("""
                        select url, status, progress, stage, error, result, started_at, finished_at
                        from website_measurements where wizard_session_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> read(row, ""))
                .optional();
    }

    /** The analysis of a row whose columns carry a prefix. */
    WebsiteAnalysis read(ResultSet row, String prefix) throws SQLException {
        String stage = row.getString(prefix + "stage");
        Timestamp finished = row.getTimestamp(prefix + "finished_at");
        return new WebsiteAnalysis(
                row.getString(prefix + "url"),
                WebsiteAnalysis.Status.valueOf(row.getString(prefix + "status").toUpperCase(Locale.ROOT)),
                row.getInt(prefix + "progress"),
                stage == null ? null : Message.of(stage),
                read(row.getString(prefix + "error"), Message.class),
                read(row.getString(prefix + "result"), WebsiteAnalysis.Result.class),
                row.getTimestamp(prefix + "started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private <T> @Nullable T read(@Nullable String value, Class<T> type) {
        return value == null ? null : json.readValue(value, type);
    }

    /** A new attempt begins, in place of whatever was there. */
    public void begin(WizardSession run, String url, UUID attempt, Instant now) {
        jdbc.sql(BEGIN)
                .param("id", run.id().value())
                .param("user", run.userId().value())
                .param("attempt", attempt)
                .param("url", url)
                .param("again", true)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    /** The address that an attempt is to read; empty where it was overtaken or is finished. */
    public Optional<String> address(UUID attempt) {
        return jdbc.sql("""
                        select url from website_measurements
                        where attempt = :attempt and status = 'in_progress'
                        """).param("attempt", attempt).query(String.class).optional();
    }

    /** How far an attempt is. */
    public void progress(UUID attempt, int percent, String stageKey) {
        jdbc.sql("""
                        update website_measurements set progress = :percent, stage = :stage
                        where attempt = :attempt and status = 'in_progress'
                        """)
                .param("attempt", attempt)
                .param("percent", percent)
                .param("stage", stageKey)
                .update();
    }

    /** An attempt found something. */
    public void complete(UUID attempt, WebsiteAnalysis.Result result, Instant now) {
        finish(attempt, "completed", null, json.writeValueAsString(result), now);
    }

    /** An attempt failed. */
    public void fail(UUID attempt, Message error, Instant now) {
        finish(attempt, "failed", json.writeValueAsString(error), null, now);
    }

    /** Whatever attempt is under way is given up. */
    public void cancel(WizardSessionId id, Message why, Instant now) {
        jdbc.sql("select attempt from website_measurements where wizard_session_id = :id and status = 'in_progress'")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .ifPresent(attempt -> fail(attempt, why, now));
    }

    private void finish(UUID attempt, String status, @Nullable String error, @Nullable String result, Instant now) {
        jdbc.sql("""
                        update website_measurements
                        set status = :status, progress = 100, stage = null, error = cast(:error as jsonb),
                            result = cast(:result as jsonb), finished_at = :now
                        where attempt = :attempt and status = 'in_progress'
                        """)
                .param("attempt", attempt)
                .param("status", status)
                .param("error", error)
                .param("result", result)
                .param("now", Timestamp.from(now))
                .update();
    }
}
