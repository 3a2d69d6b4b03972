package dev.gangway.wizard.definition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Takes out of typed text what neither files nor the database can hold. */
final class SketchText {

    private SketchText() {}

    static JsonNode clean(JsonNode value) {
        if (value.isString()) {
            return StringNode.valueOf(clean(value.stringValue()));
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.valueStream().map(SketchText::clean).forEach(list::add);
            return list;
        }
        return value;
    }

    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .codePoints()
                .filter(SketchText::isKept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean isKept(int character) {
        boolean isHalf = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        // Two characters that Unicode keeps free for ever, and a byte order mark, are no text in YAML.
        boolean isNone = character == 0xfeff || (character & 0xfffe) == 0xfffe;
        return !isHalf && !isNone && (!Character.isISOControl(character) || character == '\n' || character == '\t');
    }
}
