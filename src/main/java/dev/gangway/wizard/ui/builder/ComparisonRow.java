package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.definition.AskedStep;
import dev.gangway.wizard.definition.Condition.Comparison;
import dev.gangway.wizard.definition.Condition.Operator;
import dev.gangway.wizard.definition.EarlierField;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.ui.DefinedForm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** One comparison of a condition: which field, how, and with what. */
final class ComparisonRow extends Div {

    private static final String VALUE = "value";

    private final transient Workbench bench;
    private final String place;

    ComparisonRow(Workbench bench, String around, String place, Comparison comparison, List<EarlierField> earlier) {
        this.bench = bench;
        this.place = place;
        addClassName("builder-comparison");
        Optional<EarlierField> about = earlier.stream()
                .filter(one -> one.ref().equals(comparison.field()))
                .findFirst();
        Select<EarlierField> field = new Select<>();
        field.setLabel(bench.of("builder.condition.field"));
        field.setItems(earlier);
        field.setItemLabelGenerator(one -> one.step().title() + ": "
                + (one.field().label().isEmpty()
                        ? one.field().key()
                        : one.field().label()));
        about.ifPresent(field::setValue);
        field.addValueChangeListener(
                chosen -> put(new Comparison(chosen.getValue().ref(), Operator.ANSWERED, BooleanNode.TRUE)));
        if (bench.wants(place)) {
            field.focus();
        }
        add(field);
        about.ifPresent(known -> {
            add(operator(comparison, known.field()));
            if (comparison.operator() != Operator.ANSWERED) {
                add(operand(comparison, known.field()));
            }
        });
        PropertyFields fields = new PropertyFields(bench, place);
        String called =
                about.map(one -> one.field().label()).orElse(comparison.field().toString());
        add(fields.remove(() -> called, around));
        add(fields.problems(place));
    }

    private Select<String> operator(Comparison comparison, Field field) {
        Select<String> operator = new Select<>();
        operator.setLabel(bench.of("builder.condition.operator"));
        Set<Operator> fitting = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS);
        if (field.type().isChoice()) {
            fitting.add(Operator.IN);
        }
        if (field.type().isOrdered()) {
            fitting.add(Operator.GT);
            fitting.add(Operator.LT);
        }
        fitting.add(comparison.operator());
        fitting.remove(Operator.ANSWERED);
        List<String> words = new ArrayList<>(List.of("answered", "unanswered"));
        fitting.forEach(one -> words.add(one.word()));
        operator.setItems(words);
        operator.setItemLabelGenerator(word -> bench.of("builder.operator." + word));
        boolean isUnanswered = comparison.operator() == Operator.ANSWERED
                && !comparison.operand().booleanValue();
        operator.setValue(isUnanswered ? "unanswered" : comparison.operator().word());
        operator.addValueChangeListener(chosen -> put(chosen(chosen.getValue(), comparison, field)));
        return operator;
    }

    private static Comparison chosen(String word, Comparison before, Field field) {
        return switch (word) {
            case "answered" -> new Comparison(before.field(), Operator.ANSWERED, BooleanNode.TRUE);
            case "unanswered" -> new Comparison(before.field(), Operator.ANSWERED, BooleanNode.FALSE);
            default -> {
                Operator operator = Operator.valueOf(word.toUpperCase(Locale.ROOT));
                boolean isSame = before.operator() != Operator.ANSWERED
                        && (before.operator() == Operator.IN) == (operator == Operator.IN);
                yield new Comparison(before.field(), operator, isSame ? before.operand() : first(operator, field));
            }
        };
    }

    private static JsonNode first(Operator operator, Field field) {
        JsonNode first = switch (field.type()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                StringNode.valueOf(
                        field.choices().isEmpty() ? "" : field.choices().getFirst());
            case YES_NO -> BooleanNode.TRUE;
            case NUMBER, RATING, SLIDER -> IntNode.valueOf(1);
            default -> StringNode.valueOf("");
        };
        return operator == Operator.IN ? JsonNodeFactory.instance.arrayNode().add(first) : first;
    }

    private com.vaadin.flow.component.Component operand(Comparison comparison, Field field) {
        FieldType type = switch (field.type()) {
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                comparison.operator() == Operator.IN ? FieldType.MULTIPLE_CHOICE : FieldType.SINGLE_CHOICE;
            case RATING, SLIDER -> FieldType.NUMBER;
            case LONG_TEXT, EMAIL, URL -> FieldType.SHORT_TEXT;
            default -> field.type();
        };
        Field question = BoundsCard.question(VALUE, type, bench.of("builder.condition.value"), field.options());
        StepContent step = new StepContent("condition", "", "", false, null, null, List.of(question));
        DefinedForm form = new DefinedForm(
                step,
                typed -> new AskedStep(step, false, List.of(new AskedStep.AskedField(question, false))),
                bench.words());
        form.fields()
                .read(
                        new StepView(
                                "condition", new Answers(Map.of(VALUE, comparison.operand())), Answers.NONE, 0, null),
                        "");
        form.fields()
                .keepDraftsWith(typed -> typed.get(VALUE)
                        .filter(value -> !value.isNull())
                        .ifPresent(value -> bench.change(sketch -> sketch.condition(
                                place, new Comparison(comparison.field(), comparison.operator(), value)))));
        return form.content();
    }

    private void put(Comparison comparison) {
        bench.rebuild(sketch -> sketch.condition(place, comparison), place);
    }
}
