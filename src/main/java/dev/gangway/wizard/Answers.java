package dev.gangway.wizard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a person answered in one step, field by field.
 *
 * <p>A field is named by its path, names joined by dots ({@code writing_style.tone}); lists are one field. The form in
 * which drafts are kept and edits are merged; {@link #nested()} is the form of the API.
 *
 * @param fields values by path, in the order given
 */
public record Answers(Map<String, JsonNode> fields) {

    /** No answers at all. */
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The answers of a nested object as the API sends it. */
    public static Answers of(ObjectNode nested) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        flatten("", nested, fields);
        return new Answers(fields);
    }

    /** The value of a field, if it is among the answers. */
    public Optional<JsonNode> get(String path) {
        return Optional.ofNullable(fields.get(path));
    }

    /** Whether nothing is answered. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** These answers, replaced field by field with those given. */
    public Answers with(Answers others) {
        Map<String, JsonNode> all = new LinkedHashMap<>(fields);
        all.putAll(others.fields);
        return new Answers(all);
    }

    /** Those of these answers whose path is wanted. */
    public Answers where(Predicate<String> wanted) {
        Map<String, JsonNode> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeIf(wanted.negate());
        return new Answers(rest);
    }

    /** The nested object of these fields. */
    public ObjectNode nested() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        fields.forEach((path, value) -> {
            ObjectNode parent = root;
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                parent = parent.get(names[i]) instanceof ObjectNode inner ? inner : parent.putObject(names[i]);
            }
            parent.set(names[names.length - 1], value);
        });
        return root;
    }

    /** Points part the names of a path: one within a name must not pass for a path, and in quotes it is a field that nothing knows. */
    private static String name(String key) {
        return key.indexOf('.') < 0 ? key : '"' + key + '"';
    }

    private static void flatten(String prefix, ObjectNode node, Map<String, JsonNode> fields) {
        node.properties().forEach(property -> {
            String path = prefix + name(property.getKey());
            if (property.getValue() instanceof ObjectNode inner) {
                flatten(path + ".", inner, fields);
            } else {
                fields.put(path, property.getValue());
            }
        });
    }
}
