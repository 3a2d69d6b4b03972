package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Removed.Slot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes properties in a {@link Sketch}; what hangs on them follows. */
final class SketchProperties {

    private final Tree tree;
    private final @Nullable WizardContent published;

    SketchProperties(Tree tree, @Nullable WizardContent published) {
        this.tree = tree;
        this.published = published;
    }

    void set(String place, String property, @Nullable JsonNode value) {
        ObjectNode node = tree.node(place);
        String before = Tree.text(node, property);
        if (value == null) {
            node.remove(property);
        } else {
            node.set(property, value);
        }
        String after = Tree.text(node, property);
        switch (property) {
            case "title" -> follow(place, before, after, SketchEdit.STEP);
            case "label" -> {
                if (isOption(place)) {
                    followOption(place, before, after);
                } else {
                    follow(place, before, after, SketchEdit.FIELD);
                }
            }
            case "value" -> renameOption(place, before, after);
            case "type" -> fit(node);
            default -> {}
        }
    }

    private void follow(String place, String before, String after, String otherwise) {
        String key = Tree.text(tree.at(place), "key");
        if (!isPublished(tree.ref(place)) && Keys.isMadeOf(before, otherwise, key)) {
            tree.rekey(place, Keys.free(Keys.of(after, otherwise), tree.taken(place)));
        }
    }

    private void followOption(String place, String before, String after) {
        String value = Tree.text(tree.at(place), "value");
        boolean isKept = publishedField(field(place))
                .filter(field -> field.choices().contains(value))
                .isPresent();
        if (!isKept && Keys.isMadeOf(before, SketchEdit.OPTION, value)) {
            String made = Keys.free(Keys.of(after, SketchEdit.OPTION), tree.taken(place));
            tree.node(place).put("value", made);
            renameOption(place, value, made);
        }
    }

    private void renameOption(String place, String before, String after) {
        if (!before.isEmpty() && !tree.taken(place).contains(before)) {
            String field = field(place);
            tree.renameOperand(tree.ref(field), before, after);
            ObjectNode node = tree.node(field);
            if (node.has("default")) {
                node.set("default", Tree.replaced(node.get("default"), before, after));
            }
        }
    }

    /** Takes away what a field of its type cannot have, and gives a choice something to choose. */
    private static void fit(ObjectNode field) {
        FieldType type = FieldType.of(Tree.text(field, "type")).orElseThrow();
        boolean isChoice = type.isChoice();
        if (!isChoice) {
            field.remove(Slot.OPTIONS.property());
        } else if (!field.has(Slot.OPTIONS.property())) {
            SketchEdit.firstOptions(field);
        }
        if (type != FieldType.SHORT_TEXT) {
            field.remove("pattern");
        }
        field.remove("min");
        field.remove("max");
        field.remove("default");
    }

    private boolean isPublished(FieldRef ref) {
        return ref.field().isEmpty()
                ? published != null && published.step(ref.step()).isPresent()
                : published(ref).isPresent();
    }

    private Optional<Field> publishedField(String place) {
        return published(tree.ref(place));
    }

    private Optional<Field> published(FieldRef ref) {
        return Optional.ofNullable(published)
                .flatMap(before -> before.step(ref.step()))
                .flatMap(step -> step.field(ref.field()));
    }

    private static boolean isOption(String place) {
        return Tree.parent(place).endsWith("/options");
    }

    private static String field(String option) {
        return Tree.parent(Tree.parent(option));
    }
}
