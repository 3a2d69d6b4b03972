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
