package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Removed.Slot;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds, copies and moves what a {@link Sketch} consists of. */
final class SketchEdit {

    static final String STEP = "step";
    static final String FIELD = "field";
    static final String OPTION = "option";

    private SketchEdit() {}

    static void addStep(Tree tree, String title) {
        ArrayNode steps = tree.list("", Slot.STEPS);
        String key = Keys.free(Keys.of(title, STEP), names(steps));
        steps.addObject().put("key", key).put("title", title).putArray("fields");
    }

    static void addField(Tree tree, String step, FieldType type, String label) {
        ArrayNode fields = tree.list(step, Slot.FIELDS);
        String key = Keys.free(Keys.of(label, FIELD), names(fields));
        ObjectNode field =
                fields.addObject().put("key", key).put("type", type.word()).put("label", label);
        if (type.isChoice()) {
            firstOptions(field);
        }
    }

    static void firstOptions(ObjectNode field) {
        ArrayNode options = field.putArray(Slot.OPTIONS.property());
        options.addObject().put("value", OPTION).put("label", "");
        options.addObject().put("value", OPTION + "_2").put("label", "");
    }

    static void addOption(Tree tree, String field, String label) {
        ArrayNode options = tree.list(field, Slot.OPTIONS);
        String value = Keys.free(Keys.of(label, OPTION), names(options));
        options.addObject().put("value", value).put("label", label);
    }

    static void duplicate(Tree tree, String place, String name) {
        ArrayNode list = tree.listAround(place);
        FieldRef original = tree.ref(place);
        boolean isStep = original.field().isEmpty();
        ObjectNode copy = tree.node(place).deepCopy();
        String key = Keys.free(Keys.of(name, isStep ? STEP : FIELD), names(list));
        copy.put("key", key).put(isStep ? "title" : "label", name);
        if (isStep) {
            // The step's own conditions are about earlier steps, those of its fields may be about its own fields.
            copy.get("fields").forEach(field -> Tree.renameIn(field, original, new FieldRef(key, "")));
        }
        list.insert(Tree.index(place) + 1, copy);
    }

    static void move(Tree tree, String place, int by) {
        ArrayNode list = tree.listAround(place);
        int from = Tree.index(place);
        int to = Math.clamp((long) from + by, 0, list.size() - 1);
        list.insert(to, list.remove(from));
    }

    static void moveToStep(Tree tree, String field, String step) {
        FieldRef from = tree.ref(field);
        ObjectNode target = tree.node(step);
        ArrayNode fields = tree.list(step, Slot.FIELDS);
        ObjectNode moved = (ObjectNode) tree.listAround(field).remove(Tree.index(field));
        String key = Keys.free(from.field(), names(fields));
        moved.put("key", key);
        fields.add(moved);
        tree.rename(from, new FieldRef(Tree.text(target, "key"), key));
    }

    static List<String> names(JsonNode list) {
        return list.valueStream().map(Tree::name).toList();
    }
}
