package dev.gangway.bench.forged;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON as the messages have it. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** What a text says; missing where it is no JSON. */
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
