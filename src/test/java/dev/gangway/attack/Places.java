package dev.gangway.attack;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The places of the described API where something can be given: parameters of addresses, and leaves of bodies. */
final class Places {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int DEEPEST = 8;

    private final JsonNode described;

    Places(JsonNode described) {
        this.described = described;
    }

    /** As {@code GET /api/v1/sessions ?wizard_id} and {@code GET /api/v1/sessions/{id} {id}}. */
    Set<String> parameters() {
        Set<String> places = new TreeSet<>();
        operations((operation, says) -> says.path("parameters").forEach(one -> {
            JsonNode parameter = resolved(one);
            String name = parameter.path("name").asString("");
            switch (parameter.path("in").asString("")) {
                case "path" -> places.add(operation + " {" + name + "}");
                case "query" -> places.add(operation + " ?" + name);
                default -> places.add(operation + " " + name + ":");
            }
        }));
        return places;
    }

    /** As {@code POST /api/v1/sessions wizard_id}, with a dot between a field and what is in it. */
    Set<String> fields() {
        return fields(schema -> true);
    }

    /** Those that take a text. */
    Set<String> texts() {
        return fields(schema -> schema.path("type").toString().contains("string"));
    }

    private Set<String> fields(Predicate<JsonNode> wanted) {
        Set<String> places = new TreeSet<>();
        operations((operation, says) -> leaves(
                operation + " ",
                resolved(says.path("requestBody")).at("/content/application~1json/schema"),
                place -> wanted.test(place.getValue()) && places.add(place.getKey()),
                0));
        return places;
    }

    private void operations(BiConsumer<String, JsonNode> consumer) {
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> consumer.accept(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())));
    }

    private JsonNode resolved(JsonNode says) {
        return says.has("$ref")
                ? resolved(described.at(says.path("$ref").asString("").substring(1)))
                : says;
    }

    private void leaves(String place, JsonNode schema, Predicate<Map.Entry<String, JsonNode>> places, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (schema.has("$ref")) {
            leaves(place, resolved(schema), places, depth + 1);
            return;
        }
        for (String several : Set.of("allOf", "oneOf", "anyOf")) {
            schema.path(several).forEach(one -> leaves(place, one, places, depth + 1));
        }
        if (schema.has("items")) {
            leaves(place + "[]", schema.path("items"), places, depth + 1);
        }
        String separator = place.endsWith(" ") ? "" : ".";
        schema.path("properties")
                .properties()
                .forEach(property ->
                        leaves(place + separator + property.getKey(), property.getValue(), places, depth + 1));
        boolean hasParts = schema.has("properties") || schema.has("items");
        if (!hasParts && !place.endsWith(" ")) {
            var _ = places.test(Map.entry(place, schema));
        }
    }
}
