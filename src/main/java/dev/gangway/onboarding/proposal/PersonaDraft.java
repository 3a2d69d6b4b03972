package dev.gangway.onboarding.proposal;

import dev.gangway.base.Message;
import dev.gangway.onboarding.proposal.PersonaProposal.CorePersona;
import dev.gangway.onboarding.proposal.PersonaProposal.Identity;
import dev.gangway.onboarding.proposal.PersonaProposal.PlatformPersona;
import dev.gangway.onboarding.proposal.PersonaProposal.QualityMetric;
import dev.gangway.onboarding.proposal.PersonaProposal.TonalRange;
import dev.gangway.onboarding.website.StyleProposal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One proposal in the making: collects each value together with its source. */
final class PersonaDraft {

    private static final int VALUES_NAMED = 3;
    private static final String IDENTITY = "core_persona.identity.";
    private static final String TONES = "core_persona.tonal_range.";

    private final PersonaInputs inputs;
    private final Evidence evidence;
    private final Function<Message, String> words;
    private final StyleChoice tone;
    private final StyleChoice formality;
    private final StyleChoice complexity;
    private final ArchetypeChoice choice;
    private final Map<String, String> derivedFrom = new LinkedHashMap<>();

    PersonaDraft(PersonaInputs inputs, Evidence evidence, Function<Message, String> words) {
        this.inputs = inputs;
        this.evidence = evidence;
        this.words = words;
        @Nullable StyleProposal style = inputs.style();
        this.tone = StyleChoice.of(inputs.tone(), style == null ? null : style.tone(), Tone.INFORMATIVE.label(), words);
        this.formality = StyleChoice.of(
                inputs.formality(),
                style == null ? null : style.formality(),
                Message.of("website.style.formality.neutral"),
                words);
        this.complexity = StyleChoice.of(
                inputs.complexity(),
                style == null ? null : style.complexity(),
                Message.of("website.style.complexity.moderate"),
                words);
        this.choice = ArchetypeChoice.of(evidence, knownTone(), inputs.researchContentTypes());
    }

    PersonaProposal proposal() {
        CorePersona core = new CorePersona(identity(), tonalRange());
        Map<String, PlatformPersona> platforms = platforms();
        return new PersonaProposal(core, platforms, selected(), metrics(), derivedFrom);
    }

    private Identity identity() {
        String archetype = words.apply(choice.archetype().label());
        BrandName brand = BrandName.of(inputs);
        String name = brand.isKnown()
                ? word("persona.name.of_brand", brand.name(), archetype)
                : word("persona.name.of_archetype", archetype);
        String voice = word("persona.voice", tone.value(), formality.value(), complexity.value());
        from(IDENTITY + "persona_name", brand.source(), archetype);
        derivedFrom.put(IDENTITY + "archetype", archetypeSource());
        from(IDENTITY + "core_belief", "persona.source.archetype", archetype);
        derivedFrom.put(IDENTITY + "brand_voice", word("persona.source.voice", tone.source(), formality.source()));
        return new Identity(name, archetype, words.apply(choice.archetype().belief()), voice);
    }

    private String archetypeSource() {
        if (choice.score() == 0) {
            return word("persona.source.default");
        }
        String values = evidence.strongest(choice.archetype(), VALUES_NAMED).stream()
                .map(value -> word("website.style.value." + value.getKey()) + " (" + value.getValue() + ")")
                .collect(Collectors.joining(", "));
        return values.isEmpty()
                ? word("persona.source.tone", tone.value())
                : word(
                        inputs.measurement() == null ? "persona.source.values_own" : "persona.source.values",
                        values,
                        tone.value());
    }

    private TonalRange tonalRange() {
        List<Tone> forbidden = new ArrayList<>(Tone.NEVER);
        if (inputs.factualContent()) {
            forbidden.add(Tone.SENSATIONAL);
        }
        boolean formal = isFormal();
        forbidden.add(formal ? Tone.PLAYFUL : Tone.STIFF);
        List<String> permissible = choice.archetype().tones().stream()
                .filter(permitted -> !forbidden.contains(permitted))
                .map(permitted -> words.apply(permitted.label()))
                .collect(Collectors.toCollection(ArrayList::new));
        permissible.remove(tone.value());
        permissible.addFirst(tone.value());
        derivedFrom.put(TONES + "default_tone", tone.source());
        from(
                TONES + "permissible_tones",
                "persona.source.archetype",
                words.apply(choice.archetype().label()));
        from(
                TONES + "forbidden_tones",
                inputs.factualContent() ? "persona.source.forbidden_factual" : "persona.source.forbidden",
                formality.value());
        return new TonalRange(
                tone.value(),
                permissible,
                forbidden.stream()
                        .map(tone -> words.apply(tone.label()))
                        .filter(text -> !permissible.contains(text))
                        .toList());
    }

    private Map<String, PlatformPersona> platforms() {
        boolean formal = isFormal();
        Map<String, PlatformPersona> platforms = new LinkedHashMap<>();
        for (Platform platform : Platform.values()) {
            platforms.put(
                    platform.id(),
                    new PlatformPersona(
                            platform.characterLimit(),
                            platform.hashtags(),
                            words.apply(platform.emoji(formal).label()),
                            words.apply(platform.callToAction())));
            String path = "platform_personas." + platform.id() + ".";
            from(path + "character_limit", "persona.source.limit." + platform.id());
            from(path + "hashtags", "persona.source.platform");
            from(path + "emoji", "persona.source.emoji", formality.value());
            from(path + "call_to_action", "persona.source.platform");
        }
        return platforms;
    }

    private List<String> selected() {
        List<String> types = inputs.researchContentTypes();
        from(
                "selected_platforms",
                types.isEmpty() ? "persona.source.platforms_default" : "persona.source.platforms",
                String.join(", ", types));
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.isProposedFor(types))
                .map(Platform::id)
                .toList();
    }

    private Map<String, QualityMetric> metrics() {
        Map<String, QualityMetric> metrics = new LinkedHashMap<>();
        QualityMetrics.of(inputs, evidence, choice)
                .forEach((name, figure) ->
                        metrics.put(name, new QualityMetric(figure.value(), words.apply(figure.formula()))));
        return metrics;
    }

    /** The tone as one of ours, so that it can speak for an archetype; another wording is left as it is. */
    private Tone knownTone() {
        if (inputs.style() == null && inputs.tone().isBlank()) {
            // A default speaks for nothing.
            return Tone.NEUTRAL;
        }
        return Arrays.stream(Tone.values())
                .filter(known -> words.apply(known.label()).equalsIgnoreCase(tone.value()))
                .findFirst()
                .orElse(Tone.NEUTRAL);
    }

    private boolean isFormal() {
        return formality.value().equalsIgnoreCase(word("website.style.formality.formal"));
    }

    private void from(String path, String key, Object... args) {
        derivedFrom.put(path, word(key, args));
    }

    private String word(String key, Object... args) {
        return words.apply(Message.of(key, args));
    }
}
