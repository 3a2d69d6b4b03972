package dev.gangway.onboarding.ui;

import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.Personas;
import dev.gangway.onboarding.WebsiteAnalyses;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.StepSource;
import dev.gangway.wizard.ui.Words;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes the form of each step and ties it to the caller's own answers; forms themselves know no service. */
@Component
class OnboardingForms {

    private final Onboardings onboardings;
    private final WebsiteAnalyses analyses;
    private final Personas personas;
    private final CurrentCaller caller;
    private final Texts texts;

    OnboardingForms(
            Onboardings onboardings, WebsiteAnalyses analyses, Personas personas, CurrentCaller caller, Texts texts) {
        this.onboardings = onboardings;
        this.analyses = analyses;
        this.personas = personas;
        this.caller = caller;
        this.texts = texts;
    }

    /** The empty form of a step; the summary has none. */
    StepForm form(OnboardingStep step, Locale locale) {
        Words words = words(locale);
        return switch (step) {
            case API_KEYS -> new ApiKeysForm(words);
            case WEBSITE -> new WebsiteForm(words, new CallersAnalysis(analyses, caller));
            case RESEARCH -> new ResearchForm(words);
            case PERSONA ->
                new PersonaForm(words, () -> personas.propose(caller.get().userId(), locale));
            case FIRST_DECLARATION -> new DeclarationForm(words);
            case SUMMARY -> throw new IllegalArgumentException("The summary is read, not filled in");
        };
    }

    /** Messages in a language. */
    Words words(Locale locale) {
        return new Words(texts, locale);
    }

    /** The caller's answers on the way through the wizard. */
    StepSource walking(OnboardingStep step) {
        return new Source(step) {
            @Override
            public StepOutcome save(Submission submission) {
                return onboardings.complete(userId(), step, submission);
            }
        };
    }

    /** The caller's answers after completion. */
    StepSource revising(OnboardingStep step) {
        return new Source(step) {
            @Override
            public StepOutcome save(Submission submission) {
                return onboardings.revise(userId(), step, submission);
            }
        };
    }

    private UserId userId() {
        return caller.get().userId();
    }

    private abstract class Source implements StepSource {

        private final OnboardingStep step;

        Source(OnboardingStep step) {
            this.step = step;
        }

        @Override
        public StepView load() {
            return onboardings.step(userId(), step);
        }

        @Override
        public boolean keepDraft(Answers typed) {
            return onboardings.keepDraft(userId(), step, typed);
        }
    }
}
