package dev.gangway.onboarding.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.secret.SecretText;
import dev.gangway.onboarding.KBlock;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.OnboardingSummary.Saved;
import dev.gangway.onboarding.Provider;
import dev.gangway.wizard.StepRecord;
import dev.gangway.wizard.StepState;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Reads everything that step 6 shows in one statement, so that all of it is of one moment. */
@Repository
public class SummaryStore {

    private static final TypeReference<List<KeyRow>> KEYS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final WizardSessionRows runs;
    private final AnalysisStore analyses;

    SummaryStore(JdbcClient jdbc, JsonMapper json, WizardSessionRows runs, AnalysisStore analyses) {
        this.jdbc = jdbc;
        this.json = json;
        this.runs = runs;
        this.analyses = analyses;
    }

    /** The summary of an account that has started. */
    public Optional<OnboardingSummary> find(UserId userId) {
        return find("ws.user_id = :value and ws.wizard_id = :wizard", userId.value());
    }

    /** The summary of a wizard session. */
    Optional<OnboardingSummary> find(WizardSessionId id) {
        return find("ws.id = :value and ws.wizard_id = :wizard", id.value());
    }

    private Optional<OnboardingSummary> find(String condition, Object value) {
        return jdbc.sql("""
                        select ws.*,
                               keys.all_keys,
                               w.website_url, w.no_website, w.business_description, w.industry, w.target_audience,
                               w.business_goals, w.tone, w.formality, w.complexity, w.content_type, w.brand_values,
                               m.url as m_url, m.status as m_status, m.progress as m_progress, m.stage as m_stage,
                               m.error as m_error, m.result as m_result, m.started_at as m_started_at,
                               m.finished_at as m_finished_at,
                               r.research_depth, r.content_types, r.auto_research, r.factual_content, r.competitors,
                               p.persona_name, p.archetype, p.core_belief, p.brand_voice, p.default_tone,
                               p.permissible_tones, p.forbidden_tones, p.selected_platforms, p.platform_personas,
                               k.id as k_id, k.layer, k.title, k.content, k.loss, k.justification,
                               k.created_at as k_created_at
                        from wizard_sessions ws
                        left join lateral (
                            select json_agg(json_build_object('provider', provider, 'last_four', last_four,
                                                              'saved_at', saved_at at time zone 'UTC')
                                            order by saved_at, provider) as all_keys
                            from api_keys where wizard_session_id = ws.id) keys on true
                        left join website_analyses w on w.wizard_session_id = ws.id
                        left join website_measurements m on m.wizard_session_id = ws.id and m.url = w.website_url
                        left join research_preferences r on r.wizard_session_id = ws.id
                        left join persona_data p on p.wizard_session_id = ws.id
                        left join kblocks k on k.wizard_session_id = ws.id
                        where
                        """ + condition)
                .param("value", value)
                .param("wizard", OnboardingStep.WIZARD.id())
                .query((row, number) -> read(row))
                .optional();
    }

    private OnboardingSummary read(ResultSet row) throws SQLException {
        WizardSession run = runs.read(row, OnboardingStep.WIZARD);
        return new OnboardingSummary(
                run,
                saved(run, OnboardingStep.API_KEYS, () -> keys(row.getString("all_keys"))),
                saved(run, OnboardingStep.WEBSITE, () -> Rows.website(row)),
                row.getString("m_status") == null ? null : analyses.read(row, "m_"),
                saved(run, OnboardingStep.RESEARCH, () -> Rows.research(row)),
                saved(
                        run,
                        OnboardingStep.PERSONA,
                        () -> Rows.persona(row, json.readValue(row.getString("platform_personas"), PersonaStep.RULES))),
                saved(run, OnboardingStep.FIRST_DECLARATION, () -> kblock(row)));
    }

    private static <T> @Nullable Saved<T> saved(WizardSession run, OnboardingStep step, Reading<T> reading)
            throws SQLException {
        Optional<StepRecord> record = run.record(step.key()).filter(done -> done.state() == StepState.COMPLETED);
        return record.isEmpty()
                ? null
                : new Saved<>(reading.read(), record.get().savedAt());
    }

    private List<OnboardingSummary.Key> keys(@Nullable String rows) {
        return rows == null
                ? List.of()
                : json.readValue(rows, KEYS).stream()
                        .map(key -> new OnboardingSummary.Key(
                                Provider.of(key.provider()).orElseThrow(),
                                SecretText.masked(key.lastFour()),
                                Instant.parse(key.savedAt() + "Z")))
                        .toList();
    }

    private static KBlock kblock(ResultSet row) throws SQLException {
        return new KBlock(
                row.getObject("k_id", UUID.class),
                row.getInt("layer"),
                row.getString("title"),
                row.getString("content"),
                row.getBigDecimal("loss"),
                row.getString("justification"),
                row.getTimestamp("k_created_at").toInstant());
    }

    /** A key as the statement aggregates it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record KeyRow(String provider, String lastFour, String savedAt) {}

    private interface Reading<T> {
        T read() throws SQLException;
    }
}
