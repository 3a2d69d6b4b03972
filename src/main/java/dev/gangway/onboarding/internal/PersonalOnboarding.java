package dev.gangway.onboarding.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import dev.gangway.base.secret.SecretText;
import dev.gangway.onboarding.AnalysisAnswers;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.WebsiteAnalyses;
import dev.gangway.wizard.StepView;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Hands out a person's onboarding with all steps as the API tells them, and erases the jobs that wait for it. */
@Component
class PersonalOnboarding implements PersonalData {

    private final JdbcClient jdbc;
    private final Onboardings onboardings;
    private final WebsiteAnalyses analyses;
    private final AnalysisAnswers answers;
    private final PersonalRows rows;

    PersonalOnboarding(
            JdbcClient jdbc,
            Onboardings onboardings,
            WebsiteAnalyses analyses,
            AnalysisAnswers answers,
            PersonalRows rows) {
        this.jdbc = jdbc;
        this.onboardings = onboardings;
        this.analyses = analyses;
        this.answers = answers;
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of(
                        "onboarding/status.json",
                        "personal.file.onboarding_status",
                        (person, json) -> json.writePOJO(onboardings.status(person)),
                        "wizard_sessions"),
                PersonalFile.of(
                        "onboarding/steps.json",
                        "personal.file.onboarding_steps",
                        this::steps,
                        "website_analyses",
                        "research_preferences",
                        "persona_data"),
                PersonalFile.of(
                        "onboarding/api_keys.json",
                        "personal.file.api_keys",
                        rows.list("""
                                select provider, last_four, saved_at
                                from api_keys where user_id = :user order by saved_at, provider
                                """, PersonalOnboarding::masked),
                        "api_keys"),
                PersonalFile.of(
                        "onboarding/website_analysis.json",
                        "personal.file.website_analysis",
                        this::analysis,
                        "website_measurements"),
                PersonalFile.of(
                        "onboarding/knowledge_blocks.json",
                        "personal.file.knowledge_blocks",
                        rows.list("""
                                select id as kblock_id, wizard_session_id as session_id, layer, title, content, loss,
                                       justification, created_at, updated_at
                                from kblocks where user_id = :user order by created_at
                                """),
                        "kblocks"));
    }

    /** Analyses that wait; one that is under way finds at its end that it is about nothing any more. */
    @Override
    public void erase(UserId person) {
        jdbc.sql("""
                        delete from scheduled_tasks t using website_measurements m
                        where m.user_id = :user and t.task_name = :task and t.task_instance = m.attempt::text
                          and not t.picked
                        """)
                .param("user", person.value())
                .param("task", AnalysisQueue.TASK.getTaskName())
                .update();
    }

    private void steps(UserId person, JsonGenerator json) {
        json.writeStartArray();
        Arrays.stream(OnboardingStep.values())
                .filter(step -> step != OnboardingStep.SUMMARY)
                .map(step -> onboardings.step(person, step))
                .forEach(view -> write(view, json));
        json.writeEndArray();
    }

    private void analysis(UserId person, JsonGenerator json) {
        json.writePOJO(analyses.find(person)
                .map(found -> answers.of(found).nested().get("analysis"))
                .orElse(null));
    }

    private static ObjectNode masked(ObjectNode key) {
        String lastFour = key.remove("last_four").stringValue();
        return key.put("masked", SecretText.masked(lastFour));
    }

    private static void write(StepView view, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", view.key());
        json.writePOJOProperty("data", view.data().nested());
        json.writePOJOProperty(
                "draft", view.draft().isEmpty() ? null : view.draft().nested());
        json.writeNumberProperty("version", view.version());
        json.writePOJOProperty("saved_at", view.savedAt());
        json.writeEndObject();
    }
}
