package dev.gangway.wizard.definition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes conditions in a {@link Sketch}. */
final class SketchConditions {

    private SketchConditions() {}

    static void put(Tree tree, String place, Condition condition) {
        put(tree, place, ContentWriter.condition(condition));
    }

    static void add(Tree tree, String place, Condition condition) {
        JsonNode there = tree.at(place);
        ObjectNode more = ContentWriter.condition(condition);
        if (there.isMissingNode()) {
            put(tree, place, more);
        } else if (there.has("field")) {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.putArray(Combination.ALL.property()).add(there).add(more);
            put(tree, place, both);
        } else {
            list((ObjectNode) there).add(more);
        }
    }

    static void combine(Tree tree, String place, Combination combination) {
        ObjectNode there = tree.node(place);
        ArrayNode list = list(there);
        there.removeAll();
        there.set(combination.property(), list);
    }

    static ArrayNode list(ObjectNode several) {
        return (ArrayNode) several.get(
                several.has(Combination.ALL.property()) ? Combination.ALL.property() : Combination.ANY.property());
    }

    private static void put(Tree tree, String place, ObjectNode condition) {
        JsonNode around = tree.at(Tree.parent(place));
        if (around instanceof ArrayNode list) {
            list.set(Tree.index(place), condition);
        } else {
            ((ObjectNode) around).set(place.substring(place.lastIndexOf('/') + 1), condition);
        }
    }
}
