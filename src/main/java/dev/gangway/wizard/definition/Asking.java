package dev.gangway.wizard.definition;

import dev.gangway.base.VisibleText;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.definition.AskedStep.AskedField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Decides which steps and fields are asked, in one pass from the first to the last.
 *
 * <p>A hidden step or field is not asked, not checked and not counted; its earlier answer counts for no condition.
 */
public final class Asking {

    private final Map<String, Answers> given;
    private final Map<FieldRef, JsonNode> counted = new HashMap<>();

    private Asking(Map<String, Answers> given) {
        this.given = given;
    }

    /**
     * The steps that are asked.
     *
     * @param answers what was answered, by step key; answers of hidden fields may be among them
     */
    public static List<AskedStep> of(WizardContent wizard, Map<String, Answers> answers) {
        Asking asking = new Asking(answers);
        List<AskedStep> asked = new ArrayList<>();
        for (StepContent step : wizard.steps()) {
            if (asking.applies(step.showIf())) {
                asked.add(asking.step(step));
            }
        }
        return asked;
    }

    /** Whether a value is an answer at all: {@code 0} and {@code false} are, nothing and blanks are not. */
    public static boolean isAnswer(JsonNode value) {
        return !value.isNull()
                && !value.isMissingNode()
                && !(value.isString() && VisibleText.isBlank(value.stringValue()))
                && !(value.isArray() && value.isEmpty());
    }

    private AskedStep step(StepContent step) {
        boolean required = step.required() || (step.requireIf() != null && applies(step.requireIf()));
        Answers answers = given.getOrDefault(step.key(), Answers.NONE);
        List<AskedField> fields = new ArrayList<>();
        for (Field field : step.fields()) {
            if (!applies(field.showIf())) {
                continue;
            }
            boolean needed = field.required() || (field.requireIf() != null && applies(field.requireIf()));
            fields.add(new AskedField(field, needed));
            answers.get(field.key())
                    .filter(Asking::isAnswer)
                    .ifPresent(answer -> counted.put(new FieldRef(step.key(), field.key()), answer));
        }
        return new AskedStep(step, required, fields);
    }

    private boolean applies(@Nullable Condition condition) {
        return condition == null || condition.holds(field -> Optional.ofNullable(counted.get(field)));
    }
}
