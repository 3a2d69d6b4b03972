package dev.gangway.wizard.template;

import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepHandler.Check;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.AskedStep.AskedField;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.StepRules;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.template.LeftOut.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A template's answers brought to a version of its wizard.
 *
 * @param drafts by step key, what fits
 * @param leftOut what does not
 */
record Prefill(Map<String, Answers> drafts, List<LeftOut> leftOut) {

    static Prefill of(Map<String, Answers> template, WizardContent wizard) {
        Map<String, Answers> drafts = new LinkedHashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        template.forEach((key, answers) -> {
            Answers fitting = wizard.step(key)
                    .map(step -> fitting(step, answers, leftOut))
                    .orElseGet(() -> {
                        answered(answers).forEach(field -> leftOut.add(new LeftOut(key, field, Reason.GONE)));
                        return Answers.NONE;
                    });
            if (!fitting.isEmpty()) {
                drafts.put(key, fitting);
            }
        });
        return new Prefill(drafts, leftOut);
    }

    private static Answers fitting(StepContent step, Answers answers, List<LeftOut> leftOut) {
        Set<String> wrong = wrong(step, answers);
        Map<String, JsonNode> fitting = new LinkedHashMap<>();
        answers.fields().forEach((key, answer) -> {
            Optional<Field> field = step.field(key);
            if (field.isEmpty()) {
                if (!answer.isNull()) {
                    leftOut.add(new LeftOut(step.key(), key, Reason.GONE));
                }
            } else if (wrong.contains(key)) {
                leftOut.add(new LeftOut(step.key(), key, Reason.DOES_NOT_FIT));
            } else if (!answer.isNull() || field.get().initial() != null) {
                // That a field was left empty matters only where it would otherwise show a default.
                fitting.put(key, answer);
            }
        });
        return new Answers(fitting);
    }

    private static Stream<String> answered(Answers answers) {
        return answers.fields().entrySet().stream()
                .filter(field -> !field.getValue().isNull())
                .map(Map.Entry::getKey);
    }

    /** The fields whose answers break the rules of the step, whatever else is answered. */
    private static Set<String> wrong(StepContent step, Answers answers) {
        AskedStep everything = new AskedStep(
                step,
                false,
                step.fields().stream()
                        .map(field -> new AskedField(field, false))
                        .toList());
        Answers known = answers.where(key -> step.field(key).isPresent());
        return StepRules.check(everything, known, Answers.NONE) instanceof Check.Invalid(List<FieldProblem> problems)
                ? problems.stream().map(FieldProblem::field).collect(Collectors.toSet())
                : Set.of();
    }
}
