package dev.gangway.onboarding.ui;

import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.wizard.ui.BuiltInWizard;
import dev.gangway.wizard.ui.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The onboarding for those who look at it from outside: as its summary shows it. */
@Component
class OnboardingInWords implements BuiltInWizard {

    /** What the forms call the fields that a Next can be refused for; others by their path. */
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("keys", "step.api_keys.models"),
            Map.entry("website_url", "step.website.url"),
            Map.entry("business_description", "step.website.description"),
            Map.entry("industry", "step.website.industry"),
            Map.entry("target_audience", "step.website.audience"),
            Map.entry("business_goals", "step.website.goals"),
            Map.entry("brand_values", "step.website.brand_values"),
            Map.entry("content_type", "step.website.content_type"),
            Map.entry("writing_style.tone", "step.website.tone"),
            Map.entry("writing_style.formality", "step.website.formality"),
            Map.entry("writing_style.complexity", "step.website.complexity"),
            Map.entry("research_depth", "step.research.depth"),
            Map.entry("content_types", "step.research.types"),
            Map.entry("competitors", "step.research.competitors"),
            Map.entry("core_persona.identity.persona_name", "step.persona.name"),
            Map.entry("core_persona.identity.archetype", "step.persona.archetype"),
            Map.entry("core_persona.identity.core_belief", "step.persona.belief"),
            Map.entry("core_persona.identity.brand_voice", "step.persona.voice"),
            Map.entry("core_persona.tonal_range.default_tone", "step.persona.default_tone"),
            Map.entry("core_persona.tonal_range.permissible_tones", "step.persona.permissible"),
            Map.entry("core_persona.tonal_range.forbidden_tones", "step.persona.forbidden"),
            Map.entry("selected_platforms", "step.persona.publishing"),
            Map.entry("declaration", "step.first_declaration.declaration"));

    private final Onboardings onboardings;

    OnboardingInWords(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    @Override
    public UUID id() {
        return OnboardingStep.WIZARD.id();
    }

    @Override
    public String name(Words words) {
        return words.of("onboarding.name");
    }

    @Override
    public String title(String stepKey, Words words) {
        return OnboardingStep.of(stepKey).map(step -> words.of(step.titleKey())).orElse(stepKey);
    }

    @Override
    public String question(String stepKey, String field, Words words) {
        String key = QUESTIONS.get(field);
        return key == null ? field : words.of(key);
    }

    @Override
    public Map<String, List<WordedAnswer>> answers(UserId userId, Words words) {
        Map<String, List<WordedAnswer>> answers = new LinkedHashMap<>();
        onboardings
                .summary(userId)
                .ifPresent(summary -> new SummaryParts(words)
                        .of(summary).stream()
                                .filter(part -> part.savedAt() != null)
                                .forEach(part -> answers.put(
                                        part.step().key(),
                                        part.facts().stream()
                                                .map(fact -> new WordedAnswer(fact.label(), fact.value()))
                                                .toList())));
        return answers;
    }
}
