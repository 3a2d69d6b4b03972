package dev.gangway.wizard.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Puts something harmless where a definition has not its shape, so that the rules can judge the rest of it and an author is told
 * everything at once.
 */
final class StandIns {

    /** A comparison, or a combination of some, whatever in it is wrong. */
    private static final Pattern CONDITION =
            Pattern.compile("(.*/(?:show_if|require_if)(?:/(?:all|any)/\\d+)*)(?:/.*)?");

    private StandIns() {}

    /**
     * A copy that can be read.
     *
     * @param misshapen every place that has not its shape, as a JSON pointer; of what is missing, the place where it should be
     */
    static ObjectNode in(ObjectNode definition, Collection<String> misshapen) {
        ObjectNode whole = definition.deepCopy();
        misshapen.stream().sorted(Comparator.comparingInt(String::length)).forEach(place -> replace(whole, place));
        return whole;
    }

    private static void replace(ObjectNode whole, String place) {
        Matcher condition = CONDITION.matcher(place);
        boolean inCondition = condition.matches();
        JsonPointer at = JsonPointer.compile(inCondition ? condition.group(1) : place);
        JsonNode around = whole.at(at.head());
        String name = at.last().getMatchingProperty();
        if (around instanceof ObjectNode object) {
            JsonNode standIn = inCondition ? always() : property(name, object.path(name));
            if (standIn == null) {
                object.remove(name);
            } else {
                object.set(name, standIn);
            }
        } else if (around instanceof ArrayNode list && list.has(at.last().getMatchingIndex())) {
            list.set(at.last().getMatchingIndex(), inCondition ? always() : item());
        }
    }

    private static @Nullable JsonNode property(String name, JsonNode there) {
        return switch (name) {
            case "steps", "fields" -> there.isArray() ? there : JsonNodeFactory.instance.arrayNode();
            case "options" ->
                there.isArray() ? there : JsonNodeFactory.instance.arrayNode().add(item());
            case "type" -> StringNode.valueOf(FieldType.SHORT_TEXT.word());
            case "key" -> there.isString() ? there : null;
            default -> null;
        };
    }

    /** Can be read as a step, a field or an option. */
    private static ObjectNode item() {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("type", FieldType.SHORT_TEXT.word()).putArray("fields");
        return item;
    }

    private static ObjectNode always() {
        ObjectNode always = JsonNodeFactory.instance.objectNode();
        always.putArray("all");
        return always;
    }
}
