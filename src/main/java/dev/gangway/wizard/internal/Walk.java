package dev.gangway.wizard.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.StepDefinition;
import dev.gangway.wizard.StepState;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.WizardContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A wizard session of a defined wizard with all that decides what it asks.
 *
 * @param session asking the steps that follow from its answers
 * @param stored the responses, by step, those of hidden and of skipped steps included
 */
public record Walk(WizardSession session, boolean builtIn, WizardContent content, Map<String, StoredResponse> stored) {

    public Walk {
        stored = Map.copyOf(stored);
    }

    /** A run as its row has it, asking what follows from its responses. */
    static Walk of(WizardSession row, WizardContent content, Map<String, StoredResponse> stored) {
        Walk all = new Walk(row, false, content, stored);
        return new Walk(row.asking(all.definitions(all.given())), false, content, stored);
    }

    /** The answers that count: those of steps that were submitted and not passed over since. */
    public Map<String, Answers> given() {
        Map<String, Answers> given = new HashMap<>();
        session.steps().forEach((key, record) -> {
            if (record.state() == StepState.COMPLETED) {
                given.put(
                        key,
                        Optional.ofNullable(stored.get(key))
                                .map(StoredResponse::answers)
                                .orElse(Answers.NONE));
            }
        });
        return given;
    }

    /** The answers that count once a step's are others. */
    public Map<String, Answers> givenWith(String stepKey, Answers answers) {
        Map<String, Answers> given = new HashMap<>(given());
        given.put(stepKey, answers);
        return given;
    }

    /** What is asked for the answers that count. */
    public List<AskedStep> asked() {
        return Asking.of(content, given());
    }

    /** The responses that count, with the fields that are asked. */
    public List<Response> reported() {
        List<Response> reported = new ArrayList<>();
        Map<String, Answers> given = given();
        for (AskedStep step : asked()) {
            StoredResponse response = stored.get(step.content().key());
            if (response != null && given.containsKey(response.stepKey())) {
                Set<String> fields =
                        step.fields().stream().map(field -> field.field().key()).collect(Collectors.toSet());
                reported.add(new Response(
                        response.stepKey(),
                        response.answers().where(fields::contains),
                        response.timeSpentSeconds(),
                        response.savedAt()));
            }
        }
        return reported;
    }

    /** The engine's view of what is asked for these answers. */
    public List<StepDefinition> definitions(Map<String, Answers> given) {
        return Asking.of(content, given).stream()
                .map(step -> new StepDefinition(step.content().key(), step.required(), lacking(step, given)))
                .toList();
    }

    private static List<String> lacking(AskedStep step, Map<String, Answers> given) {
        Answers answers = given.get(step.content().key());
        return answers == null
                ? List.of()
                : step.fields().stream()
                        .filter(field -> field.required()
                                && answers.get(field.field().key())
                                        .filter(Asking::isAnswer)
                                        .isEmpty())
                        .map(field -> field.field().key())
                        .toList();
    }
}
