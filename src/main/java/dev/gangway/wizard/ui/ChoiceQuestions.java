package dev.gangway.wizard.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.gangway.wizard.definition.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * Questions whose answers are chosen.
 *
 * <p>Where no answer is needed, "no answer" is a choice too: radio buttons cannot be unchosen, and {@code false} is an
 * answer.
 */
final class ChoiceQuestions {

    /** More options than this are searched instead of listed. */
    static final int MANY = 10;

    private static final String NOTHING = "";
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Words words;

    ChoiceQuestions(Words words) {
        this.words = words;
    }

    RadioButtonGroup<String> yesNo(Field field) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(YES, words.of("question.yes"));
        labels.put(NO, words.of("question.no"));
        return radio(field, labels);
    }

    RadioButtonGroup<String> single(Field field) {
        return radio(field, labels(field));
    }

    RadioButtonGroup<String> rating(Field field) {
        Scale scale = Scale.of(field);
        Map<String, String> labels = new LinkedHashMap<>();
        IntStream.rangeClosed(scale.first(), scale.last())
                .mapToObj(String::valueOf)
                .forEach(value -> labels.put(value, value));
        return radio(field, labels);
    }

    static ComboBox<String> searched(Field field) {
        ComboBox<String> box = new ComboBox<>();
        Map<String, String> labels = labels(field);
        box.setItemLabelGenerator(value -> labels.getOrDefault(value, value));
        box.setItems(field.choices());
        box.setClearButtonVisible(!field.required());
        return box;
    }

    static CheckboxGroup<String> several(Field field) {
        CheckboxGroup<String> group = new CheckboxGroup<>();
        Map<String, String> labels = labels(field);
        group.setItems(field.choices());
        group.setItemLabelGenerator(value -> labels.getOrDefault(value, value));
        return group;
    }

    static MultiSelectComboBox<String> searchedSeveral(Field field) {
        MultiSelectComboBox<String> box = new MultiSelectComboBox<>();
        Map<String, String> labels = labels(field);
        box.setItemLabelGenerator(value -> labels.getOrDefault(value, value));
        box.setItems(field.choices());
        box.setClearButtonVisible(!field.required());
        return box;
    }

    static AnswerShape<String> yesNoShape() {
        return shape(
                answer -> answer.isBoolean() ? (answer.booleanValue() ? YES : NO) : NOTHING,
                value -> BooleanNode.valueOf(value.equals(YES)));
    }

    static AnswerShape<String> ratingShape() {
        return shape(
                answer -> answer.isNumber() ? String.valueOf(answer.asInt(0)) : NOTHING,
                value -> IntNode.valueOf(Integer.parseInt(value)));
    }

    /** One of some words; one that is not offered any more is no answer. */
    static AnswerShape<String> shape(List<String> offered) {
        return shape(
                answer -> offered.contains(answer.asString("")) ? answer.asString("") : NOTHING, StringNode::valueOf);
    }

    /** Some of the options, in their order; those that are not offered any more are left out. */
    static AnswerShape<Set<String>> severalShape(Field field) {
        List<String> offered = field.choices();
        return new AnswerShape<>(
                answer -> {
                    Set<String> chosen = new LinkedHashSet<>();
                    if (answer != null) {
                        answer.valueStream()
                                .map(one -> one.asString(""))
                                .filter(offered::contains)
                                .forEach(chosen::add);
                    }
                    return chosen;
                },
                chosen -> {
                    var answer = JsonNodeFactory.instance.arrayNode();
                    offered.stream().filter(chosen::contains).forEach(answer::add);
                    return answer.isEmpty() ? NullNode.getInstance() : answer;
                });
    }

    private static AnswerShape<String> shape(Function<JsonNode, String> read, Function<String, JsonNode> write) {
        return new AnswerShape<>(
                answer -> answer == null || answer.isNull() ? NOTHING : read.apply(answer),
                (@Nullable String value) ->
                        value == null || value.equals(NOTHING) ? NullNode.getInstance() : write.apply(value));
    }

    private RadioButtonGroup<String> radio(Field field, Map<String, String> labels) {
        RadioButtonGroup<String> group = new RadioButtonGroup<>();
        List<String> items = new ArrayList<>(labels.keySet());
        if (!field.required()) {
            items.add(NOTHING);
        }
        group.setItems(items);
        group.setItemLabelGenerator(value -> value.equals(NOTHING) ? words.of("question.none") : labels.get(value));
        return group;
    }

    private static Map<String, String> labels(Field field) {
        Map<String, String> labels = new LinkedHashMap<>();
        field.options().forEach(option -> labels.put(option.value(), option.label()));
        return labels;
    }
}
