package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Condition.Operator;
import dev.gangway.wizard.definition.Field.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Makes a definition of JSON that has its shape. */
final class ContentReader {

    private static final int LONGEST_NUMBER = 100;

    private ContentReader() {}

    static WizardContent read(JsonNode root) {
        return new WizardContent(
                text(root, "name"),
                text(root, "description"),
                text(root, "category"),
                root.has("estimated_minutes") ? root.get("estimated_minutes").intValue() : null,
                root.get("steps").valueStream().map(ContentReader::step).toList());
    }

    private static StepContent step(JsonNode step) {
        return new StepContent(
                text(step, "key"),
                text(step, "title"),
                text(step, "help"),
                flag(step, "required"),
                condition(step.get("show_if")),
                condition(step.get("require_if")),
                step.get("fields").valueStream().map(ContentReader::field).toList());
    }

    private static Field field(JsonNode field) {
        return new Field(
                text(field, "key"),
                FieldType.of(text(field, "type")).orElseThrow(),
                text(field, "label"),
                text(field, "help"),
                flag(field, "required"),
                plain(field.get("min")),
                plain(field.get("max")),
                field.has("pattern") ? field.get("pattern").asString("") : null,
                field.path("options")
                        .valueStream()
                        .map(option -> new Option(text(option, "value"), text(option, "label")))
                        .toList(),
                plain(field.get("default")),
                condition(field.get("show_if")),
                condition(field.get("require_if")));
    }

    private static @Nullable Condition condition(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        if (node.has("all")) {
            return new Condition.All(conditions(node.get("all")));
        }
        if (node.has("any")) {
            return new Condition.Any(conditions(node.get("any")));
        }
        // Which of several operators is meant is asked by the rules; one without any is answered here, and refused
        // there.
        Operator operator = Arrays.stream(Operator.values())
                .filter(one -> node.has(one.word()))
                .findFirst()
                .orElse(Operator.ANSWERED);
        JsonNode operand = plain(node.get(operator.word()));
        return new Condition.Comparison(
                FieldRef.of(text(node, "field")), operator, operand == null ? BooleanNode.TRUE : operand);
    }

    private static List<Condition> conditions(JsonNode list) {
        return list.valueStream()
                .<Condition>map(one -> Objects.requireNonNull(condition(one)))
                .toList();
    }

    /** The value without the place it was read from, so that equal definitions are equal. */
    private static @Nullable JsonNode plain(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue().stripTrailingZeros();
            // Written out, a number such as 1e999999999 takes all memory there is; the rules refuse it.
            boolean isWritable = number.scale() < 0 && number.scale() > -LONGEST_NUMBER;
            return DecimalNode.valueOf(isWritable ? number.setScale(0) : number);
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.valueStream().map(ContentReader::plain).forEach(list::add);
            return list;
        }
        return value.isBoolean() ? BooleanNode.valueOf(value.booleanValue()) : StringNode.valueOf(value.asString());
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asString("").strip();
    }

    private static boolean flag(JsonNode node, String property) {
        return node.path(property).asBoolean(false);
    }
}
