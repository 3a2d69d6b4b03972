package dev.gangway.wizard.definition;

import dev.gangway.base.FieldProblem;
import dev.gangway.wizard.definition.Removed.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes things out of a {@link Sketch} and puts them back. */
final class SketchRemoval {

    private static final Pattern CONDITION = Pattern.compile("(.*?)/(show_if|require_if)(/.*)?");

    private static final Pattern UNPLAYABLE =
            Pattern.compile("(/steps/\\d+/fields/\\d+/(?:min|max|pattern|default|options/\\d+))(?:/.*)?");

    private SketchRemoval() {}

    /** What there is to put back once the place is taken out; of a part of a condition, the whole of it. */
    static Removed of(Tree tree, String place) {
        Matcher condition = CONDITION.matcher(place);
        if (condition.matches()) {
            String owner = condition.group(1);
            FieldRef home = tree.ref(owner);
            Slot slot = condition.group(2).equals(Slot.SHOW_IF.property()) ? Slot.SHOW_IF : Slot.REQUIRE_IF;
            return new Removed(
                    home.step(), home.field(), slot, 0, tree.at(owner).get(slot.property()), called(tree.at(owner)));
        }
        String owner = Tree.parent(Tree.parent(place));
        FieldRef home = owner.isEmpty() ? new FieldRef("", "") : tree.ref(owner);
        Slot slot = owner.isEmpty() ? Slot.STEPS : home.field().isEmpty() ? Slot.FIELDS : Slot.OPTIONS;
        return new Removed(home.step(), home.field(), slot, Tree.index(place), tree.at(place), called(tree.at(place)));
    }

    static void remove(Tree tree, String place) {
        JsonNode around = tree.at(Tree.parent(place));
        if (around instanceof ArrayNode list) {
            list.remove(Tree.index(place));
            if (list.isEmpty() && CONDITION.matcher(place).matches()) {
                remove(tree, Tree.parent(Tree.parent(place)));
            }
        } else {
            ((ObjectNode) around).remove(place.substring(place.lastIndexOf('/') + 1));
        }
    }

    /** Where properties and options are that no form could be made of, the last first. */
    static List<String> unplayable(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> UNPLAYABLE.matcher(problem.field()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .distinct()
                .sorted(Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder())
                        .reversed())
                .toList();
    }

    /** Puts back what was taken out; under a free key, should its own be taken meanwhile. */
    static void putBack(Tree tree, Removed removed) {
        home(tree, removed).ifPresent(home -> {
            String property = removed.slot().property();
            if (removed.slot() == Slot.SHOW_IF || removed.slot() == Slot.REQUIRE_IF) {
                home.set(property, removed.node());
                return;
            }
            ArrayNode list = home.get(property) instanceof ArrayNode there ? there : home.putArray(property);
            ObjectNode back = ((ObjectNode) removed.node()).deepCopy();
            back.put(
                    removed.slot() == Slot.OPTIONS ? "value" : "key",
                    Keys.free(Tree.name(back), SketchEdit.names(list)));
            list.insert(Math.min(removed.index(), list.size()), back);
        });
    }

    private static Optional<ObjectNode> home(Tree tree, Removed removed) {
        if (removed.step().isEmpty()) {
            return Optional.of(tree.root());
        }
        Optional<ObjectNode> step = tree.step(removed.step());
        return removed.field().isEmpty()
                ? step
                : step.flatMap(found -> Tree.find(found.get(Slot.FIELDS.property()), removed.field()));
    }

    private static String called(JsonNode node) {
        return Tree.text(node, node.has("title") ? "title" : "label");
    }
}
