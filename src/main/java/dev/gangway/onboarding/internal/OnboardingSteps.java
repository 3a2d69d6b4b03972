package dev.gangway.onboarding.internal;

import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.wizard.StepHandler;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which handler each step has. */
@Component
public class OnboardingSteps {

    private final Map<OnboardingStep, StepHandler> handlers = new EnumMap<>(OnboardingStep.class);

    OnboardingSteps(List<StepHandler> all) {
        for (StepHandler handler : all) {
            OnboardingStep.of(handler.key()).ifPresent(step -> handlers.put(step, handler));
        }
        if (!handlers.keySet().equals(EnumSet.complementOf(EnumSet.of(OnboardingStep.SUMMARY)))) {
            throw new IllegalStateException("Every step but the summary has a handler, not just " + handlers.keySet());
        }
    }

    /**
     * The handler of a step.
     *
     * @throws IllegalArgumentException for the summary, which has no answers of its own
     */
    public StepHandler handler(OnboardingStep step) {
        StepHandler handler = handlers.get(step);
        if (handler == null) {
            throw new IllegalArgumentException("No answers belong to " + step.key());
        }
        return handler;
    }
}
