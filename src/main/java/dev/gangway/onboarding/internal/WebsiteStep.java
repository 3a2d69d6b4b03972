package dev.gangway.onboarding.internal;

import dev.gangway.base.Ids;
import dev.gangway.onboarding.AnalysisAnswers;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Website;
import dev.gangway.onboarding.website.WebsiteUrl;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.sql.Timestamp;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Step 2, Website: storing a new address also stages its analysis, in the same transaction. */
@Component
class WebsiteStep implements BatchedStep {

    private static final int DESCRIPTION_MIN = 10;
    private static final int LONG_TEXT = 1000;
    private static final int TEXT = 500;
    private static final int SHORT_TEXT = 100;
    private static final int MOST_VALUES = 20;

    private static final String UPSERT = """
            insert into website_analyses (wizard_session_id, user_id, website_url, no_website, business_description,
                industry, target_audience, business_goals, tone, formality, complexity, content_type, brand_values)
            values (:id, :user, :url, :noWebsite, :description, :industry, :audience, :goals, :tone, :formality,
                :complexity, :contentType, :values)
            on conflict (wizard_session_id) do update
            set website_url = excluded.website_url, no_website = excluded.no_website,
                business_description = excluded.business_description, industry = excluded.industry,
                target_audience = excluded.target_audience, business_goals = excluded.business_goals,
                tone = excluded.tone, formality = excluded.formality, complexity = excluded.complexity,
                content_type = excluded.content_type, brand_values = excluded.brand_values
            """;

    private final JdbcClient jdbc;
    private final AnalysisStore analyses;
    private final AnalysisAnswers shown;
    private final AnalysisQueue queue;
    private final Ids ids;

    WebsiteStep(JdbcClient jdbc, AnalysisStore analyses, AnalysisAnswers shown, AnalysisQueue queue, Ids ids) {
        this.jdbc = jdbc;
        this.analyses = analyses;
        this.shown = shown;
        this.queue = queue;
        this.ids = ids;
    }

    @Override
    public String key() {
        return OnboardingStep.WEBSITE.key();
    }

    @Override
    public Answers initial() {
        return Website.EMPTY.toAnswers();
    }

    @Override
    public Answers saved(WizardSessionId id) {
        return jdbc.sql("""
                        select website_url, no_website, business_description, industry, target_audience, business_goals, tone,
                               formality, complexity, content_type, brand_values
                        from website_analyses where wizard_session_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> Rows.website(row))
                .optional()
                .orElse(Website.EMPTY)
                .toAnswers();
    }

    @Override
    public Answers viewed(WizardSessionId id) {
        return analyses.find(id)
                .map(analysis -> saved(id).with(shown.of(analysis)))
                .orElseGet(() -> saved(id));
    }

    @Override
    public boolean isReadOnly(String field) {
        return field.equals("analysis") || field.startsWith("analysis.");
    }

    @Override
    public Check check(Answers answers, Answers saved) {
        FieldReader fields = new FieldReader(answers);
        Website website = read(fields);
        return fields.result(website::toAnswers);
    }

    private static Website read(FieldReader fields) {
        boolean noWebsite = fields.flag("no_website", false);
        String url = fields.text("website_url", WebsiteUrl.MAX_LENGTH);
        String description = fields.text("business_description", LONG_TEXT);
        if (noWebsite && description.codePointCount(0, description.length()) < DESCRIPTION_MIN) {
            fields.problem("business_description", "website.description_too_short", DESCRIPTION_MIN);
        }
        return new Website(
                noWebsite ? "" : normalised(fields, url),
                noWebsite,
                noWebsite ? description : "",
                fields.text("industry", SHORT_TEXT),
                fields.text("target_audience", TEXT),
                fields.text("business_goals", LONG_TEXT),
                new Website.WritingStyle(
                        fields.text("writing_style.tone", SHORT_TEXT),
                        fields.text("writing_style.formality", SHORT_TEXT),
                        fields.text("writing_style.complexity", SHORT_TEXT)),
                fields.text("content_type", SHORT_TEXT),
                fields.texts("brand_values", MOST_VALUES, SHORT_TEXT));
    }

    private static String normalised(FieldReader fields, String typed) {
        return switch (WebsiteUrl.parse(typed)) {
            case WebsiteUrl.Valid(var url) -> url.toString();
            case WebsiteUrl.Problem(var message) -> {
                fields.problem("website_url", message);
                yield "";
            }
        };
    }

    @Override
    public String statement() {
        return UPSERT;
    }

    @Override
    public MapSqlParameterSource parameters(WizardSession run, Answers answers) {
        Website website = read(new FieldReader(answers));
        return new MapSqlParameterSource()
                .addValue("id", run.id().value())
                .addValue("user", run.userId().value())
                .addValue("url", website.websiteUrl())
                .addValue("noWebsite", website.noWebsite())
                .addValue("description", website.businessDescription())
                .addValue("industry", website.industry())
                .addValue("audience", website.targetAudience())
                .addValue("goals", website.businessGoals())
                .addValue("tone", website.writingStyle().tone())
                .addValue("formality", website.writingStyle().formality())
                .addValue("complexity", website.writingStyle().complexity())
                .addValue("contentType", website.contentType())
                .addValue("values", website.brandValues().toArray(String[]::new));
    }

    @Override
    public void store(WizardSession run, Answers answers, Answers saved) {
        UUID attempt = ids.next();
        if (upsert(run, answers, attempt)) {
            queue.stage(attempt);
        }
    }

    /** Answers whether the address is one that is not read yet, so that the attempt is about it now. */
    private boolean upsert(WizardSession run, Answers answers, UUID attempt) {
        return jdbc.sql("with answers as (" + UPSERT + """
                        ),
                        outdated as (
                            delete from website_measurements where wizard_session_id = :id and :url = '')
                        """ + AnalysisStore.BEGIN)
                .paramSource(parameters(run, answers)
                        .addValue("attempt", attempt)
                        .addValue("again", false)
                        .addValue("now", Timestamp.from(run.updatedAt())))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    @Override
    public Answers draftable(Answers typed) {
        return FieldReader.draftable(typed, initial().fields()::containsKey);
    }
}
