package dev.gangway.onboarding;

import dev.gangway.wizard.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The answers of step 4.
 *
 * @param rules the platforms' own rules by path below {@code platform_personas} ({@code linkedin.character_limit}): a
 *     number, a yes or no, or a text
 * @param selectedPlatforms at least one of {@link #PLATFORMS}
 */
public record Persona(
        String personaName,
        String archetype,
        String coreBelief,
        String brandVoice,
        String defaultTone,
        List<String> permissibleTones,
        List<String> forbiddenTones,
        Map<String, JsonNode> rules,
        List<String> selectedPlatforms) {

    /** Where can be published. */
    public static final List<String> PLATFORMS =
            List.of("linkedin", "facebook", "x", "blog", "instagram", "medium", "substack");

    /** What each platform has a rule for. */
    public static final List<String> RULES = List.of("character_limit", "hashtags", "emoji", "call_to_action");

    /** The empty form: the first time LinkedIn and Blog are chosen. */
    public static final Persona EMPTY =
            new Persona("", "", "", "", "", List.of(), List.of(), Map.of(), List.of("linkedin", "blog"));

    public Persona {
        permissibleTones = List.copyOf(permissibleTones);
        forbiddenTones = List.copyOf(forbiddenTones);
        rules = Map.copyOf(rules);
        selectedPlatforms = List.copyOf(selectedPlatforms);
    }

    /** The same as fields. */
    public Answers toAnswers() {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("core_persona.identity.persona_name", StringNode.valueOf(personaName));
        fields.put("core_persona.identity.archetype", StringNode.valueOf(archetype));
        fields.put("core_persona.identity.core_belief", StringNode.valueOf(coreBelief));
        fields.put("core_persona.identity.brand_voice", StringNode.valueOf(brandVoice));
        fields.put("core_persona.tonal_range.default_tone", StringNode.valueOf(defaultTone));
        fields.put("core_persona.tonal_range.permissible_tones", Website.list(permissibleTones));
        fields.put("core_persona.tonal_range.forbidden_tones", Website.list(forbiddenTones));
        for (String platform : PLATFORMS) {
            for (String rule : RULES) {
                JsonNode value = rules.get(platform + "." + rule);
                if (value != null) {
                    fields.put("platform_personas." + platform + "." + rule, value);
                }
            }
        }
        fields.put("selected_platforms", Website.list(selectedPlatforms));
        return new Answers(fields);
    }
}
