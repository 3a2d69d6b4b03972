package dev.gangway.wizard.definition;

import tools.jackson.databind.JsonNode;

/**
 * Something that was taken out of a {@link Sketch} and can be put back.
 *
 * @param step the key of the step it was in; empty for a step itself
 * @param field the key of the field it was in; empty for what was no part of a field
 * @param slot what it was
 * @param index where among its like
 * @param node itself, as it is written in definitions
 * @param name what people call it; may be empty
 */
public record Removed(String step, String field, Slot slot, int index, JsonNode node, String name) {

    /** What can be taken out. */
    public enum Slot {
        STEPS("steps"),
        FIELDS("fields"),
        OPTIONS("options"),
        SHOW_IF("show_if"),
        REQUIRE_IF("require_if"),
        /** Everything, when another administrator's draft took its place. */
        WHOLE("");

        private final String property;

        Slot(String property) {
            this.property = property;
        }

        String property() {
            return property;
        }
    }

    /** The same, in a step or field that has another name now. */
    Removed in(Tree.Renamed home) {
        FieldRef now = home.of(new FieldRef(step, field));
        return new Removed(now.step(), now.field(), slot, index, node, name);
    }
}
