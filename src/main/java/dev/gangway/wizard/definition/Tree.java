package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Removed.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A definition as it is written, at work: finds places by JSON pointers, and renames what other places name. */
final class Tree {

    private final ObjectNode root;
    private final List<Renamed> renamed = new ArrayList<>();

    private Tree(ObjectNode root) {
        this.root = root;
    }

    static Tree of(WizardContent content) {
        return new Tree(ContentWriter.write(content));
    }

    ObjectNode root() {
        return root;
    }

    /** What got another name, in order. */
    List<Renamed> renamed() {
        return renamed;
    }

    JsonNode at(String place) {
        return root.at(place);
    }

    ObjectNode node(String place) {
        return (ObjectNode) root.at(place);
    }

    /** The list of a kind in a place, made where there is none. */
    ArrayNode list(String place, Slot slot) {
        ObjectNode parent = node(place);
        return parent.get(slot.property()) instanceof ArrayNode there ? there : parent.putArray(slot.property());
    }

    /** The list that the place is in. */
    ArrayNode listAround(String place) {
        return (ArrayNode) root.at(parent(place));
    }

    /** The keys, or values of options, that the others have among which the place is. */
    List<String> taken(String place) {
        List<String> names =
                new ArrayList<>(listAround(place).valueStream().map(Tree::name).toList());
        names.remove(index(place));
        return names;
    }

    /** The name of a step or field anywhere in the wizard; that of a step has no field. */
    FieldRef ref(String place) {
        String around = parent(parent(place));
        String key = text(at(place), "key");
        return around.isEmpty() ? new FieldRef(key, "") : new FieldRef(text(at(around), "key"), key);
    }

    Optional<ObjectNode> step(String key) {
        return find(list("", Slot.STEPS), key);
    }

    static Optional<ObjectNode> find(JsonNode list, String key) {
        return list.valueStream()
                .filter(one -> name(one).equals(key))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** Gives a step or field another key, also where it is named. */
    void rekey(String place, String key) {
        FieldRef from = ref(place);
        FieldRef to = from.field().isEmpty() ? new FieldRef(key, "") : new FieldRef(from.step(), key);
        node(place).put("key", key);
        rename(from, to);
    }

    /** Has everything that names a field, or any field of a step where the field is empty, mean it by another name. */
    void rename(FieldRef from, FieldRef to) {
        renamed.add(new Renamed(from, to));
        renameIn(root, from, to);
    }

    /** The same for the conditions in a part only. */
    static void renameIn(JsonNode part, FieldRef from, FieldRef to) {
        comparisons(part)
                .forEach(comparison -> comparison.put(
                        "field",
                        new Renamed(from, to)
                                .of(FieldRef.of(text(comparison, "field")))
                                .toString()));
    }

    /** Has conditions that compare a field with a value compare it with another one. */
    void renameOperand(FieldRef field, String from, String to) {
        comparisons(root)
                .filter(comparison -> text(comparison, "field").equals(field.toString()))
                .forEach(comparison -> comparison.propertyNames().stream()
                        .filter(name -> !name.equals("field"))
                        .toList()
                        .forEach(operator -> comparison.set(operator, replaced(comparison.get(operator), from, to))));
    }

    static JsonNode replaced(JsonNode value, String from, String to) {
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.valueStream().map(one -> replaced(one, from, to)).forEach(list::add);
            return list;
        }
        return value.isString() && value.stringValue().equals(from) ? StringNode.valueOf(to) : value;
    }

    static String text(JsonNode node, String property) {
        return node.path(property).asString("");
    }

    static String name(JsonNode node) {
        return text(node, node.has("key") ? "key" : "value");
    }

    static String parent(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    static int index(String place) {
        return Integer.parseInt(place.substring(place.lastIndexOf('/') + 1));
    }

    private static Stream<ObjectNode> comparisons(JsonNode part) {
        return Stream.of(Slot.SHOW_IF, Slot.REQUIRE_IF)
                .flatMap(slot -> part.findValues(slot.property()).stream())
                .flatMap(Tree::leaves);
    }

    private static Stream<ObjectNode> leaves(JsonNode condition) {
        if (condition.has("field")) {
            return Stream.of((ObjectNode) condition);
        }
        JsonNode several = condition.has("all") ? condition.get("all") : condition.path("any");
        return several.valueStream().flatMap(Tree::leaves);
    }

    /**
     * Another name for the same.
     *
     * @param from a field, or all fields of a step where the field is empty
     */
    record Renamed(FieldRef from, FieldRef to) {

        FieldRef of(FieldRef other) {
            boolean isMeant = other.step().equals(from.step())
                    && (from.field().isEmpty() || from.field().equals(other.field()));
            return isMeant ? new FieldRef(to.step(), from.field().isEmpty() ? other.field() : to.field()) : other;
        }
    }
}
