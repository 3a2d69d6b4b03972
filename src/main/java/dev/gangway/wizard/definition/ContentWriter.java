package dev.gangway.wizard.definition;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a definition the way people write it: what is not said is left out. */
final class ContentWriter {

    private ContentWriter() {}

    static ObjectNode write(WizardContent content) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", content.name());
        text(root, "description", content.description());
        text(root, "category", content.category());
        if (content.estimatedMinutes() != null) {
            root.put("estimated_minutes", content.estimatedMinutes());
        }
        ArrayNode steps = root.putArray("steps");
        content.steps().forEach(step -> steps.add(step(step)));
        return root;
    }

    private static ObjectNode step(StepContent step) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", step.key()).put("title", step.title());
        text(node, "help", step.help());
        flag(node, "required", step.required());
        condition(node, "show_if", step.showIf());
        condition(node, "require_if", step.requireIf());
        ArrayNode fields = node.putArray("fields");
        step.fields().forEach(field -> fields.add(field(field)));
        return node;
    }

    private static ObjectNode field(Field field) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", field.key()).put("type", field.type().word()).put("label", field.label());
        text(node, "help", field.help());
        flag(node, "required", field.required());
        value(node, "min", field.min());
        value(node, "max", field.max());
        if (field.pattern() != null) {
            node.put("pattern", field.pattern());
        }
        if (!field.options().isEmpty()) {
            ArrayNode options = node.putArray("options");
            field.options()
                    .forEach(option ->
                            options.addObject().put("value", option.value()).put("label", option.label()));
        }
        value(node, "default", field.initial());
        condition(node, "show_if", field.showIf());
        condition(node, "require_if", field.requireIf());
        return node;
    }

    private static void condition(ObjectNode node, String property, @Nullable Condition condition) {
        if (condition != null) {
            node.set(property, condition(condition));
        }
    }

    static ObjectNode condition(Condition condition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (condition) {
            case Condition.All(var conditions) -> {
                ArrayNode all = node.putArray("all");
                conditions.forEach(one -> all.add(condition(one)));
            }
            case Condition.Any(var conditions) -> {
                ArrayNode any = node.putArray("any");
                conditions.forEach(one -> any.add(condition(one)));
            }
            case Condition.Comparison(var field, var operator, var operand) ->
                node.put("field", field.toString()).set(operator.word(), operand);
        }
        return node;
    }

    private static void text(ObjectNode node, String property, String text) {
        if (!text.isEmpty()) {
            node.put(property, text);
        }
    }

    private static void flag(ObjectNode node, String property, boolean flag) {
        if (flag) {
            node.put(property, true);
        }
    }

    private static void value(ObjectNode node, String property, @Nullable JsonNode value) {
        if (value != null) {
            node.set(property, value);
        }
    }
}
