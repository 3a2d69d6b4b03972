package dev.gangway.onboarding.ui;

import dev.gangway.onboarding.proposal.PersonaProposal;
import dev.gangway.wizard.Answers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A proposed persona as the fields of step 4. */
final class PersonaProposals {

    private PersonaProposals() {}

    static Answers fields(PersonaProposal proposal) {
        PersonaProposal.Identity identity = proposal.corePersona().identity();
        PersonaProposal.TonalRange tones = proposal.corePersona().tonalRange();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode core = root.putObject("core_persona");
        core.putObject("identity")
                .put("persona_name", identity.personaName())
                .put("archetype", identity.archetype())
                .put("core_belief", identity.coreBelief())
                .put("brand_voice", identity.brandVoice());
        ObjectNode range = core.putObject("tonal_range").put("default_tone", tones.defaultTone());
        add(range.putArray("permissible_tones"), tones.permissibleTones());
        add(range.putArray("forbidden_tones"), tones.forbiddenTones());
        ObjectNode platforms = root.putObject("platform_personas");
        proposal.platformPersonas()
                .forEach((id, rules) -> platforms
                        .putObject(id)
                        .put("character_limit", rules.characterLimit())
                        .put("hashtags", rules.hashtags())
                        .put("emoji", rules.emoji())
                        .put("call_to_action", rules.callToAction()));
        add(root.putArray("selected_platforms"), proposal.selectedPlatforms());
        return Answers.of(root);
    }

    private static void add(ArrayNode array, Iterable<String> items) {
        items.forEach(array::add);
    }
}
