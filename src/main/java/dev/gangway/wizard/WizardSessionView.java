package dev.gangway.wizard;

import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.WizardContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wizard session with what it asks and what was answered.
 *
 * @param builtIn whether its wizard comes with the application and has pages and answers of its own
 * @param content everything that its version could ask
 * @param asked the steps and fields that are asked for the answers given so far
 * @param responses of the steps that are asked, with the fields that are asked; none for a built-in wizard
 * @param given the answers that decide what is asked, by step
 */
public record WizardSessionView(
        WizardSession session,
        boolean builtIn,
        WizardContent content,
        List<AskedStep> asked,
        List<Response> responses,
        Map<String, Answers> given) {

    public WizardSessionView {
        asked = List.copyOf(asked);
        responses = List.copyOf(responses);
        given = Map.copyOf(given);
    }

    /** What a step asks while it is being answered like this; empty where it is hidden or unknown. */
    public Optional<AskedStep> asked(String stepKey, Answers typed) {
        Map<String, Answers> answers = new HashMap<>(given);
        answers.put(stepKey, typed);
        return Asking.of(content, answers).stream()
                .filter(step -> step.content().key().equals(stepKey))
                .findFirst();
    }
}
