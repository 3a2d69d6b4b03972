package dev.gangway.onboarding.internal;

import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Research;
import dev.gangway.onboarding.website.WebsiteUrl;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Step 3, Research. */
@Component
class ResearchStep implements BatchedStep {

    private static final String UPSERT = """
            insert into research_preferences (wizard_session_id, user_id, research_depth, content_types, auto_research,
                factual_content, competitors)
            values (:id, :user, :depth, :contentTypes, :auto, :factual, :competitors)
            on conflict (wizard_session_id) do update
            set research_depth = excluded.research_depth, content_types = excluded.content_types,
                auto_research = excluded.auto_research, factual_content = excluded.factual_content,
                competitors = excluded.competitors
            """;

    private final JdbcClient jdbc;

    ResearchStep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return OnboardingStep.RESEARCH.key();
    }

    @Override
    public Answers initial() {
        return Research.EMPTY.toAnswers();
    }

    @Override
    public Answers saved(WizardSessionId id) {
        return jdbc.sql("""
                        select research_depth, content_types, auto_research, factual_content, competitors
                        from research_preferences where wizard_session_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> Rows.research(row))
                .optional()
                .orElse(Research.EMPTY)
                .toAnswers();
    }

    @Override
    public Check check(Answers answers, Answers saved) {
        FieldReader fields = new FieldReader(answers);
        List<String> contentTypes = fields.choices("content_types", Research.CONTENT_TYPES);
        if (contentTypes.isEmpty()) {
            fields.problem("content_types", "research.content_types_needed");
        }
        Research research = new Research(
                fields.choice("research_depth", Research.DEPTHS, Research.EMPTY.researchDepth()),
                contentTypes,
                fields.flag("auto_research", Research.EMPTY.autoResearch()),
                fields.flag("factual_content", Research.EMPTY.factualContent()),
                competitors(fields));
        return fields.result(research::toAnswers);
    }

    private static List<String> competitors(FieldReader fields) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String typed : fields.texts("competitors", Research.MAX_COMPETITORS, WebsiteUrl.MAX_LENGTH)) {
            switch (WebsiteUrl.parse(typed)) {
                case WebsiteUrl.Valid(var url) -> addresses.add(url.toString());
                case WebsiteUrl.Problem(var message) ->
                    fields.problem("competitors", "research.competitor", typed, message);
            }
        }
        return List.copyOf(addresses);
    }

    @Override
    public String statement() {
        return UPSERT;
    }

    @Override
    public MapSqlParameterSource parameters(WizardSession run, Answers answers) {
        FieldReader fields = new FieldReader(answers);
        return new MapSqlParameterSource()
                .addValue("id", run.id().value())
                .addValue("user", run.userId().value())
                .addValue("depth", fields.choice("research_depth", Research.DEPTHS, ""))
                .addValue("contentTypes", Rows.array(fields, "content_types"))
                .addValue("auto", fields.flag("auto_research", true))
                .addValue("factual", fields.flag("factual_content", true))
                .addValue("competitors", Rows.array(fields, "competitors"));
    }

    @Override
    public void store(WizardSession run, Answers answers, Answers saved) {
        jdbc.sql(UPSERT).paramSource(parameters(run, answers)).update();
    }

    @Override
    public Answers draftable(Answers typed) {
        return FieldReader.draftable(typed, initial().fields()::containsKey);
    }
}
