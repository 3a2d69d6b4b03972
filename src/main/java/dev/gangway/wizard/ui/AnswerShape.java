package dev.gangway.wizard.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * How what a component holds is written as an answer, and read from one.
 *
 * @param <V> what the component holds
 * @param read an answer, or null where there is none
 * @param write the answer of a value
 * @param words an answer as a person reads it
 */
public record AnswerShape<V extends @Nullable Object>(
        Function<@Nullable JsonNode, V> read, Function<V, JsonNode> write, Function<JsonNode, String> words) {

    /** A shape whose answers are read as they are written, lists with commas. */
    public AnswerShape(Function<@Nullable JsonNode, V> read, Function<V, JsonNode> write) {
        this(read, write, AnswerShape::plainWords);
    }

    /** The same, told to people in other words. */
    public AnswerShape<V> told(Function<JsonNode, String> otherWords) {
        return new AnswerShape<>(read, write, otherWords);
    }

    /** A text. */
    public static AnswerShape<String> text() {
        return new AnswerShape<>(AnswerShape::string, StringNode::valueOf);
    }

    /** Yes or no. */
    public static AnswerShape<Boolean> flag() {
        return new AnswerShape<>(node -> node != null && node.asBoolean(false), BooleanNode::valueOf);
    }

    /** A whole number, or nothing. */
    public static AnswerShape<@Nullable Integer> number() {
        return new AnswerShape<>(
                node -> node != null && node.canConvertToExactIntegral() && node.canConvertToInt()
                        ? node.intValue()
                        : null,
                value -> value == null ? NullNode.getInstance() : IntNode.valueOf(value));
    }

    /** A text, or a whole number where that is what is typed. */
    public static AnswerShape<String> scalar() {
        return new AnswerShape<>(
                AnswerShape::string,
                typed -> typed.matches("\\d{1,9}")
                        ? IntNode.valueOf(Integer.parseInt(typed))
                        : StringNode.valueOf(typed));
    }

    /** One of several words, or none. */
    public static AnswerShape<@Nullable String> choice() {
        return new AnswerShape<>(
                node -> string(node).isEmpty() ? null : string(node),
                value -> value == null ? NullNode.getInstance() : StringNode.valueOf(value));
    }

    /** Some of several words, written in their order whatever order they were chosen in. */
    public static AnswerShape<Set<String>> choices(List<String> all) {
        return new AnswerShape<>(
                node -> new LinkedHashSet<>(items(node)),
                chosen -> array(all.stream().filter(chosen::contains).toList()));
    }

    /** A list typed as one text. */
    public static AnswerShape<String> list(Separator separator) {
        return new AnswerShape<>(
                node -> String.join(separator.written, items(node)),
                text -> array(Arrays.stream(text.split(separator.pattern))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList()));
    }

    /** What stands between the items of a list typed as one text. */
    public enum Separator {
        /** Each item on its own line. */
        LINE("\n", "[\\n\\r]+"),
        /** Items in one line. */
        COMMA(", ", "[,;\\n\\r]+");

        private final String written;
        private final String pattern;

        Separator(String written, String pattern) {
            this.written = written;
            this.pattern = pattern;
        }
    }

    /** An answer as it is written, lists with commas. */
    static String plainWords(JsonNode node) {
        return node.isArray() ? String.join(", ", items(node)) : string(node);
    }

    static boolean isBlank(@Nullable JsonNode node) {
        return node == null
                || node.isNull()
                || node.isMissingNode()
                || (node.isArray() && node.isEmpty())
                || (node.isString() && node.stringValue().isBlank());
    }

    private static String string(@Nullable JsonNode node) {
        return node == null || node.isNull() ? "" : node.asString("");
    }

    private static List<String> items(@Nullable JsonNode node) {
        return node == null
                ? List.of()
                : node.valueStream().map(AnswerShape::string).collect(Collectors.toCollection(ArrayList::new));
    }

    private static ArrayNode array(Collection<String> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
