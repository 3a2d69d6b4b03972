package dev.gangway.onboarding.internal;

import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Persona;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Step 4, Persona. */
@Component
class PersonaStep implements BatchedStep {

    /** Values of {@code platform_personas} by path below it. */
    static final TypeReference<Map<String, JsonNode>> RULES = new TypeReference<>() {};

    private static final String IDENTITY = "core_persona.identity.";
    private static final String TONAL_RANGE = "core_persona.tonal_range.";
    private static final String PLATFORMS = "platform_personas.";
    private static final int NAME_LENGTH = 100;
    private static final int SENTENCE_LENGTH = 500;
    private static final int MOST_TONES = 20;
    private static final int HIGHEST_LIMIT = 1_000_000;

    private static final String UPSERT = """
            insert into persona_data (wizard_session_id, user_id, persona_name, archetype, core_belief, brand_voice,
                default_tone, permissible_tones, forbidden_tones, selected_platforms, platform_personas)
            values (:id, :user, :name, :archetype, :belief, :voice, :defaultTone, :permissible, :forbidden, :platforms,
                cast(:rules as jsonb))
            on conflict (wizard_session_id) do update
            set persona_name = excluded.persona_name, archetype = excluded.archetype,
                core_belief = excluded.core_belief, brand_voice = excluded.brand_voice,
                default_tone = excluded.default_tone, permissible_tones = excluded.permissible_tones,
                forbidden_tones = excluded.forbidden_tones, selected_platforms = excluded.selected_platforms,
                platform_personas = excluded.platform_personas
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PersonaSources proposals;

    PersonaStep(JdbcClient jdbc, JsonMapper json, PersonaSources proposals) {
        this.jdbc = jdbc;
        this.json = json;
        this.proposals = proposals;
    }

    @Override
    public String key() {
        return OnboardingStep.PERSONA.key();
    }

    @Override
    public Answers initial() {
        return Persona.EMPTY.toAnswers();
    }

    @Override
    public Answers saved(WizardSessionId id) {
        return jdbc.sql("""
                        select persona_name, archetype, core_belief, brand_voice, default_tone, permissible_tones,
                               forbidden_tones, selected_platforms, platform_personas
                        from persona_data where wizard_session_id = :id
                        """)
                .param("id", id.value())
                .query((row, number) -> Rows.persona(row, json.readValue(row.getString("platform_personas"), RULES)))
                .optional()
                .orElse(Persona.EMPTY)
                .toAnswers();
    }

    @Override
    public Answers viewed(WizardSessionId id) {
        ObjectNode metrics = JsonNodeFactory.instance.objectNode();
        metrics.set("quality_metrics", json.valueToTree(proposals.metrics(id, LocaleContextHolder.getLocale())));
        return saved(id).with(Answers.of(metrics));
    }

    @Override
    public boolean isReadOnly(String field) {
        return field.equals("quality_metrics") || field.startsWith("quality_metrics.");
    }

    @Override
    public Check check(Answers answers, Answers saved) {
        FieldReader fields = new FieldReader(answers);
        Persona persona = read(fields);
        if (persona.selectedPlatforms().isEmpty()) {
            fields.problem("selected_platforms", "persona.platforms_needed");
        }
        persona.permissibleTones().stream()
                .filter(persona.forbiddenTones()::contains)
                .findFirst()
                .ifPresent(tone ->
                        fields.problem(TONAL_RANGE + "forbidden_tones", "persona.tone_permitted_and_forbidden", tone));
        return fields.result(persona::toAnswers);
    }

    private static Persona read(FieldReader fields) {
        return new Persona(
                fields.requiredText(IDENTITY + "persona_name", NAME_LENGTH),
                fields.requiredText(IDENTITY + "archetype", NAME_LENGTH),
                fields.requiredText(IDENTITY + "core_belief", SENTENCE_LENGTH),
                fields.text(IDENTITY + "brand_voice", SENTENCE_LENGTH),
                fields.text(TONAL_RANGE + "default_tone", NAME_LENGTH),
                fields.texts(TONAL_RANGE + "permissible_tones", MOST_TONES, NAME_LENGTH),
                fields.texts(TONAL_RANGE + "forbidden_tones", MOST_TONES, NAME_LENGTH),
                rules(fields),
                fields.choices("selected_platforms", Persona.PLATFORMS));
    }

    private static Map<String, JsonNode> rules(FieldReader fields) {
        Map<String, JsonNode> rules = new LinkedHashMap<>();
        for (String platform : Persona.PLATFORMS) {
            for (String rule : Persona.RULES) {
                String path = PLATFORMS + platform + "." + rule;
                Optional<JsonNode> value = rule.equals("character_limit")
                        ? fields.number(path, 1, HIGHEST_LIMIT).map(IntNode::valueOf)
                        : fields.scalar(path, SENTENCE_LENGTH);
                value.ifPresent(given -> rules.put(platform + "." + rule, given));
            }
        }
        return rules;
    }

    @Override
    public String statement() {
        return UPSERT;
    }

    @Override
    public MapSqlParameterSource parameters(WizardSession run, Answers answers) {
        Persona persona = read(new FieldReader(answers));
        return new MapSqlParameterSource()
                .addValue("id", run.id().value())
                .addValue("user", run.userId().value())
                .addValue("name", persona.personaName())
                .addValue("archetype", persona.archetype())
                .addValue("belief", persona.coreBelief())
                .addValue("voice", persona.brandVoice())
                .addValue("defaultTone", persona.defaultTone())
                .addValue("permissible", array(persona.permissibleTones()))
                .addValue("forbidden", array(persona.forbiddenTones()))
                .addValue("platforms", array(persona.selectedPlatforms()))
                .addValue("rules", json.writeValueAsString(persona.rules()));
    }

    @Override
    public void store(WizardSession run, Answers answers, Answers saved) {
        jdbc.sql(UPSERT).paramSource(parameters(run, answers)).update();
    }

    private static String[] array(List<String> items) {
        return items.toArray(String[]::new);
    }

    @Override
    public Answers draftable(Answers typed) {
        return FieldReader.draftable(typed, PersonaStep::isAsked);
    }

    private static boolean isAsked(String path) {
        return Persona.EMPTY.toAnswers().fields().containsKey(path) || path.startsWith(PLATFORMS);
    }
}
