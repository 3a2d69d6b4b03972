package dev.gangway.onboarding.ui;

import dev.gangway.onboarding.KBlock;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.OnboardingSummary.Saved;
import dev.gangway.onboarding.Persona;
import dev.gangway.onboarding.Research;
import dev.gangway.onboarding.Website;
import dev.gangway.onboarding.WebsiteAnalysis;
import dev.gangway.onboarding.ui.SummaryPart.Fact;
import dev.gangway.wizard.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words what the database holds about each step. */
class SummaryParts {

    private final Words words;

    SummaryParts(Words words) {
        this.words = words;
    }

    /** The five parts in the order of the steps. */
    List<SummaryPart> of(OnboardingSummary summary) {
        return List.of(
                part(OnboardingStep.API_KEYS, summary.keys(), this::keys),
                part(OnboardingStep.WEBSITE, summary.website(), site -> website(site, summary.analysis())),
                part(OnboardingStep.RESEARCH, summary.research(), this::research),
                part(OnboardingStep.PERSONA, summary.persona(), this::persona),
                part(OnboardingStep.FIRST_DECLARATION, summary.firstDeclaration(), this::declaration));
    }

    private static <T> SummaryPart part(OnboardingStep step, @Nullable Saved<T> saved, Function<T, Facts> facts) {
        return saved == null
                ? new SummaryPart(step, null, List.of())
                : new SummaryPart(step, saved.savedAt(), List.copyOf(facts.apply(saved.value()).list));
    }

    private Facts keys(List<OnboardingSummary.Key> keys) {
        Facts facts = new Facts().add("summary.keys.configured", words.of("summary.keys.count", keys.size()));
        keys.forEach(key -> facts.list.add(new Fact(key.provider().title(), key.masked())));
        return facts;
    }

    private Facts website(Website site, @Nullable WebsiteAnalysis analysis) {
        return new Facts()
                .add("step.website.url", site.websiteUrl())
                .add("step.website.description", site.businessDescription())
                .add("step.website.analysis", analysis == null ? "" : analysis(analysis))
                .add("step.website.industry", site.industry())
                .add("step.website.audience", site.targetAudience())
                .add("step.website.goals", site.businessGoals())
                .add("step.website.tone", site.writingStyle().tone())
                .add("step.website.formality", site.writingStyle().formality())
                .add("step.website.complexity", site.writingStyle().complexity())
                .add("step.website.content_type", site.contentType())
                .add("step.website.brand_values", site.brandValues());
    }

    private String analysis(WebsiteAnalysis analysis) {
        return switch (analysis.status()) {
            case IN_PROGRESS -> words.of("summary.analysis.in_progress");
            case FAILED ->
                analysis.error() == null
                        ? words.of("summary.analysis.failed")
                        : words.of("summary.analysis.failed_because", analysis.error());
            case COMPLETED ->
                analysis.result() == null
                        ? ""
                        : words.of(
                                "summary.analysis.completed",
                                analysis.result().measurement().wordCount(),
                                analysis.result().measurement().readability());
        };
    }

    private Facts research(Research research) {
        return new Facts()
                .add("step.research.depth", words.of("step.research.depth." + id(research.researchDepth())))
                .add(
                        "step.research.types",
                        research.contentTypes().stream()
                                .map(type -> words.of("step.research.types." + id(type)))
                                .toList())
                .add("step.research.auto", onOrOff(research.autoResearch()))
                .add("step.research.factual", onOrOff(research.factualContent()))
                .add("step.research.competitors", research.competitors());
    }

    private Facts persona(Persona persona) {
        return new Facts()
                .add("step.persona.name", persona.personaName())
                .add("step.persona.archetype", persona.archetype())
                .add("step.persona.belief", persona.coreBelief())
                .add("step.persona.voice", persona.brandVoice())
                .add("step.persona.default_tone", persona.defaultTone())
                .add("step.persona.permissible", persona.permissibleTones())
                .add("step.persona.forbidden", persona.forbiddenTones())
                .add(
                        "step.persona.platforms",
                        persona.selectedPlatforms().stream()
                                .map(platform -> words.of("platform." + platform))
                                .toList());
    }

    private Facts declaration(KBlock block) {
        return new Facts()
                .add("summary.declaration.title", block.title())
                .add("summary.declaration.content", block.content().equals(block.title()) ? "" : block.content())
                .add(
                        "summary.declaration.loss",
                        words.of("summary.declaration.reading", block.loss(), Celebration.clarity(block, words)));
    }

    private String onOrOff(boolean on) {
        return words.of(on ? "summary.on" : "summary.off");
    }

    private static String id(String word) {
        return word.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private class Facts {

        private final List<Fact> list = new ArrayList<>();

        Facts add(String labelKey, String value) {
            if (!value.isBlank()) {
                list.add(new Fact(words.of(labelKey), value));
            }
            return this;
        }

        Facts add(String labelKey, List<String> values) {
            return add(labelKey, String.join(", ", values));
        }
    }
}
