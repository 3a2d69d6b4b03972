package dev.gangway.wizard.definition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.StepHandler.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a definition of the right shape must keep besides, so that every wizard session of it can be played. */
final class DefinitionRules {

    private static final List<String> READ_BY = List.of("/type", "/pattern", "/options");

    /** In instructions; each answer is tried against it. */
    private static final int LARGEST_PATTERN = 10_000;

    private final WizardContent wizard;
    private final Set<String> misshapen;
    private final Set<String> flawed;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Map<FieldRef, Field> earlier = new HashMap<>();
    private final Set<FieldRef> unclear = new HashSet<>();

    /**
     * @param misshapen places that have not their shape, as JSON pointers: nothing is said of these, nor of what depends on them
     */
    DefinitionRules(WizardContent wizard, Set<String> misshapen) {
        this.wizard = wizard;
        this.misshapen = misshapen;
        this.flawed = misshapen.stream().flatMap(DefinitionRules::around).collect(Collectors.toSet());
    }

    /** What is wrong at which place; without lines. */
    List<DefinitionProblem> problems() {
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < wizard.steps().size(); index++) {
            StepContent step = wizard.steps().get(index);
            String path = "/steps/" + index;
            if (!keys.add(step.key())) {
                problem(path + "/key", "definition.twice", step.key());
            }
            condition(path + "/show_if", step.showIf());
            condition(path + "/require_if", step.requireIf());
            fields(path, step);
        }
        if (wizard.steps().isEmpty()) {
            problem("/steps", "definition.no_steps");
        } else if (wizard.steps().stream().allMatch(step -> step.showIf() != null)) {
            problem("/steps", "definition.all_hidden");
        }
        return misshapen.isEmpty()
                ? problems
                : problems.stream()
                        .filter(problem -> around(problem.path()).noneMatch(misshapen::contains))
                        .toList();
    }

    private void fields(String stepPath, StepContent step) {
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < step.fields().size(); index++) {
            Field field = step.fields().get(index);
            String path = stepPath + "/fields/" + index;
            if (!keys.add(field.key())) {
                problem(path + "/key", "definition.twice", field.key());
            }
            condition(path + "/show_if", field.showIf());
            condition(path + "/require_if", field.requireIf());
            if (!misshapen.contains(path + "/type")) {
                field(path, field);
            }
            FieldRef ref = new FieldRef(step.key(), field.key());
            earlier.putIfAbsent(ref, field);
            if (flawed.contains(path)) {
                unclear.add(ref);
            }
        }
    }

    private void field(String path, Field field) {
        options(path, field);
        pattern(path, field);
        List<DefinitionProblem> bounds = FieldBounds.problems(path, field);
        problems.addAll(bounds);
        if (bounds.isEmpty() && initialCanBeRead(path, field)) {
            initial(path, field);
        }
    }

    private void options(String path, Field field) {
        if (field.type().isChoice() == field.options().isEmpty()) {
            problem(
                    field.options().isEmpty() ? path : path + "/options",
                    field.options().isEmpty() ? "definition.options_missing" : "definition.not_for_type",
                    "options",
                    field.type().word());
        }
        Set<String> values = new HashSet<>();
        for (int index = 0; index < field.options().size(); index++) {
            String value = field.options().get(index).value();
            if (!values.add(value)) {
                problem(path + "/options/" + index + "/value", "definition.twice", value);
            }
        }
    }

    private void pattern(String path, Field field) {
        if (field.pattern() == null) {
            return;
        }
        if (field.type() != FieldType.SHORT_TEXT) {
            problem(
                    path + "/pattern",
                    "definition.not_for_type",
                    "pattern",
                    field.type().word());
        } else {
            try {
                if (Pattern.compile(field.pattern()).programSize() > LARGEST_PATTERN) {
                    problem(path + "/pattern", "definition.pattern.size");
                }
            } catch (PatternSyntaxException wrong) {
                problem(path + "/pattern", "definition.pattern", wrong.getDescription());
            }
        }
    }

    /** Whether what a default is read by is right; anything else that is wrong with the field hides nothing about it. */
    private boolean initialCanBeRead(String path, Field field) {
        boolean isReadable = problems.stream()
                .noneMatch(problem ->
                        READ_BY.stream().anyMatch(part -> problem.path().startsWith(path + part)));
        return field.initial() != null && isReadable && !flawed.contains(path);
    }

    private void initial(String path, Field field) {
        Answers initial = new Answers(Map.of(field.key(), Objects.requireNonNull(field.initial())));
        FieldReader reader = new FieldReader(initial);
        new FieldRules(reader).read(field);
        if (reader.result(() -> initial) instanceof Check.Invalid(List<FieldProblem> wrong)) {
            problem(path + "/default", "definition.default", wrong.getFirst().message());
        }
    }

    private void condition(String path, @Nullable Condition condition) {
        switch (condition) {
            case null -> {}
            case Condition.All(var conditions) -> conditions(path + "/all/", conditions);
            case Condition.Any(var conditions) -> conditions(path + "/any/", conditions);
            case Condition.Comparison comparison -> comparison(path, comparison);
        }
    }

    private void conditions(String path, List<Condition> conditions) {
        for (int index = 0; index < conditions.size(); index++) {
            condition(path + index, conditions.get(index));
        }
    }

    private void comparison(String path, Condition.Comparison comparison) {
        Field field = earlier.get(comparison.field());
        if (field == null) {
            problem(
                    path + "/field",
                    "definition.not_earlier",
                    comparison.field().toString());
            return;
        }
        if (unclear.contains(comparison.field())) {
            return;
        }
        String operator = comparison.operator().word();
        String place = path + "/" + operator;
        switch (comparison.operator()) {
            case ANSWERED -> {}
            case GT, LT -> {
                if (!field.type().isOrdered()) {
                    problem(
                            place,
                            "definition.not_for_type",
                            operator,
                            field.type().word());
                } else {
                    comparable(place, field, comparison.operand());
                }
            }
            case EQUALS, NOT_EQUALS -> comparable(place, field, comparison.operand());
            case IN -> comparison.operand().forEach(one -> comparable(place, field, one));
        }
    }

    /** What is compared with must be a possible answer, or the condition could never hold. */
    private void comparable(String place, Field field, JsonNode operand) {
        boolean possible = switch (field.type()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                operand.isString() && field.choices().contains(operand.stringValue());
            case YES_NO -> operand.isBoolean();
            case NUMBER, RATING, SLIDER -> FieldRules.isNumber(operand);
            case DATE, TIME, DATE_TIME -> FieldBounds.isMoment(field.type(), operand);
            default -> operand.isString();
        };
        if (!possible) {
            problem(place, "definition.never", operand.asString(), field.key());
        }
    }

    /** The place itself and every one that it is in, but the whole. */
    private static Stream<String> around(String path) {
        return Stream.iterate(path, place -> !place.isEmpty(), place -> place.substring(0, place.lastIndexOf('/')));
    }

    private void problem(String path, String key, Object... args) {
        problems.add(new DefinitionProblem(path, 1, Message.of(key, args)));
    }
}
