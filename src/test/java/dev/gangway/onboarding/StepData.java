package dev.gangway.onboarding;

import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers that are right, for tests that are about something else. */
@Component
public class StepData {

    /** A key that passes the checks and must be found nowhere. */
    public static final String OPENAI_KEY = "sk-canary-4f1d8a2e90b7c35d";

    public static final String API_KEYS = "{'keys': {'openai': '" + OPENAI_KEY + "'}}";
    public static final String WEBSITE =
            "{'no_website': true, 'business_description': 'We repair wooden boats', 'industry': 'Crafts'}";
    public static final String RESEARCH = "{'research_depth': 'Deep', 'content_types': ['Blog Posts', 'News']}";
    public static final String PERSONA = """
            {'core_persona': {'identity': {'persona_name': 'The boatwright', 'archetype': 'Creator',
                                           'core_belief': 'Wood remembers', 'brand_voice': 'calm'},
                              'tonal_range': {'default_tone': 'warm', 'permissible_tones': ['warm', 'dry'],
                                              'forbidden_tones': ['shrill']}},
             'platform_personas': {'linkedin': {'character_limit': 3000, 'hashtags': 3, 'emoji': false,
                                                'call_to_action': 'Come aboard'}},
             'selected_platforms': ['linkedin', 'x']}
            """;
    public static final String DECLARATION = "{'declaration': 'We keep old boats afloat. Everything else follows.'}";

    private final Onboardings onboardings;

    StepData(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** Single-quoted JSON as answers. */
    public static Answers answers(String json) {
        return Answers.of((ObjectNode) new JsonMapper().readTree(json.replace('\'', '"')));
    }

    /** Right answers of a step. */
    public static Answers of(OnboardingStep step) {
        return answers(
                switch (step) {
                    case API_KEYS -> API_KEYS;
                    case WEBSITE -> WEBSITE;
                    case RESEARCH -> RESEARCH;
                    case PERSONA -> PERSONA;
                    case FIRST_DECLARATION -> DECLARATION;
                    case SUMMARY -> "{}";
                });
    }

    /** Completes one step with right answers. */
    public StepOutcome complete(UserId userId, OnboardingStep step) {
        return onboardings.complete(userId, step, Submission.of(of(step)));
    }

    /** Completes every step before the given one. */
    public void walkTo(UserId userId, OnboardingStep step) {
        for (OnboardingStep earlier : OnboardingStep.values()) {
            if (earlier == step) {
                return;
            }
            complete(userId, earlier);
        }
    }
}
