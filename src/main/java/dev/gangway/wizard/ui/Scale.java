package dev.gangway.wizard.ui;

import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole numbers that a rating or a slider offers.
 *
 * @param first the least, 1 for ratings and 0 for sliders unless the author says otherwise
 * @param last the most, 5 and 100
 */
record Scale(int first, int last) {

    static Scale of(Field field) {
        return field.type() == FieldType.RATING
                ? new Scale(bound(field.min(), 1), bound(field.max(), FieldType.BEST_RATING))
                : new Scale(bound(field.min(), 0), bound(field.max(), FieldType.SLIDER_END));
    }

    private static int bound(@Nullable JsonNode bound, int otherwise) {
        return bound == null ? otherwise : bound.intValue();
    }
}
