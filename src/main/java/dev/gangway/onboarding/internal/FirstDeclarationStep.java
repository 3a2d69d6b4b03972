package dev.gangway.onboarding.internal;

import dev.gangway.base.Ids;
import dev.gangway.onboarding.FirstDeclaration;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** Step 5, First declaration: makes the knowledge block once and edits it afterwards. */
@Component
class FirstDeclarationStep implements BatchedStep {

    private static final String DECLARATION = "declaration";

    private static final String UPSERT = """
            insert into kblocks (id, wizard_session_id, user_id, layer, title, content, loss, justification, created_at,
                updated_at)
            values (:block, :id, :user, :layer, :title, :content, :loss, :justification, :now, :now)
            on conflict (wizard_session_id) do update
            set title = excluded.title, content = excluded.content, loss = excluded.loss,
                justification = excluded.justification, updated_at = excluded.updated_at
            """;

    private final JdbcClient jdbc;
    private final Ids ids;

    FirstDeclarationStep(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Override
    public String key() {
        return OnboardingStep.FIRST_DECLARATION.key();
    }

    @Override
    public Answers initial() {
        return answers("");
    }

    @Override
    public Answers saved(WizardSessionId id) {
        return jdbc.sql("select content from kblocks where wizard_session_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(FirstDeclarationStep::answers)
                .orElseGet(this::initial);
    }

    @Override
    public Check check(Answers answers, Answers saved) {
        FieldReader fields = new FieldReader(answers);
        String declaration = fields.requiredText(DECLARATION, FirstDeclaration.MAX_LENGTH);
        return fields.result(() -> answers(declaration));
    }

    @Override
    public String statement() {
        return UPSERT;
    }

    @Override
    public MapSqlParameterSource parameters(WizardSession run, Answers answers) {
        FirstDeclaration declaration =
                new FirstDeclaration(new FieldReader(answers).text(DECLARATION, FirstDeclaration.MAX_LENGTH));
        return new MapSqlParameterSource()
                .addValue("block", ids.next())
                .addValue("id", run.id().value())
                .addValue("user", run.userId().value())
                .addValue("layer", FirstDeclaration.LAYER)
                .addValue("title", declaration.title())
                .addValue("content", declaration.content())
                .addValue("loss", declaration.clarity().loss())
                .addValue("justification", declaration.clarity().reading())
                .addValue("now", Timestamp.from(run.updatedAt()));
    }

    @Override
    public void store(WizardSession run, Answers answers, Answers saved) {
        jdbc.sql(UPSERT).paramSource(parameters(run, answers)).update();
    }

    @Override
    public Answers draftable(Answers typed) {
        return FieldReader.draftable(typed, DECLARATION::equals);
    }

    private static Answers answers(String declaration) {
        return new Answers(Map.of(DECLARATION, StringNode.valueOf(declaration)));
    }
}
