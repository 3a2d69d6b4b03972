package dev.gangway.wizard.definition;

import dev.gangway.base.Message;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What {@code min} and {@code max} of a field must be, so that there is an answer between them. */
final class FieldBounds {

    private final String path;
    private final Field field;
    private final FieldType type;

    private FieldBounds(String path, Field field) {
        this.path = path;
        this.field = field;
        this.type = field.type();
    }

    /** The first thing that is wrong with the bounds of the field at this place; nothing where they can be used. */
    static List<DefinitionProblem> problems(String path, Field field) {
        return new FieldBounds(path, field).problems();
    }

    /** Whether it is a moment as answers of the type are stored. */
    static boolean isMoment(FieldType type, JsonNode value) {
        Field bare = new Field("bound", type, "", "", false, null, null, null, List.of(), null, null, null);
        return value.isString()
                && value.equals(new FieldRules(new FieldReader(new Answers(Map.of(bare.key(), value)))).read(bare));
    }

    private List<DefinitionProblem> problems() {
        @Nullable JsonNode min = field.min();
        @Nullable JsonNode max = field.max();
        if (min != null && !isUsable(min)) {
            return unusable("min");
        }
        if (max != null && !isUsable(max)) {
            return unusable("max");
        }
        if (min != null && max != null && compare(min, max) > 0) {
            return problem("min", "definition.min_max");
        }
        return type.isTemporal() || type == FieldType.NUMBER ? List.of() : besideTheType(min, max);
    }

    /** Where one of them is left out, the type has it. */
    private List<DefinitionProblem> besideTheType(@Nullable JsonNode min, @Nullable JsonNode max) {
        boolean hasTypesMost = max == null || type == FieldType.MULTIPLE_CHOICE;
        boolean hasTypesLeast = min == null || type != FieldType.SLIDER;
        if (min != null && hasTypesMost && min.intValue() > mostOfType()) {
            return problem("min", "definition.min_max_of_type", mostOfType());
        }
        if (max != null && hasTypesLeast && max.intValue() < leastOfType()) {
            return problem("max", "definition.max_min_of_type", leastOfType());
        }
        return List.of();
    }

    private boolean isUsable(JsonNode bound) {
        if (!type.isCounted() && !type.isOrdered()) {
            return false;
        }
        return type == FieldType.NUMBER
                ? FieldRules.isNumber(bound)
                : type.isTemporal() ? isMoment(type, bound) : isCount(bound);
    }

    private List<DefinitionProblem> unusable(String name) {
        if (!type.isCounted() && !type.isOrdered()) {
            return problem(name, "definition.not_for_type", name, type.word());
        }
        String form = type.isTemporal() ? type.word() : type == FieldType.NUMBER ? "number" : "count";
        return problem(name, "definition.bound." + form, farthest());
    }

    private boolean isCount(JsonNode bound) {
        return bound.isNumber()
                && bound.canConvertToInt()
                && bound.decimalValue().stripTrailingZeros().scale() <= 0
                && bound.intValue() >= (type == FieldType.SLIDER ? -farthest() : 0)
                && bound.intValue() <= farthest();
    }

    /** How far a bound may lie. */
    private int farthest() {
        return switch (type) {
            case SHORT_TEXT -> FieldType.SHORT;
            case LONG_TEXT -> FieldType.LONG;
            case MULTIPLE_CHOICE -> 200;
            case RATING -> 10;
            default -> 1_000_000;
        };
    }

    /** What answers are at most where {@code max} is left out; of choices also where it is not. */
    private int mostOfType() {
        return switch (type) {
            case MULTIPLE_CHOICE -> field.options().size();
            case RATING -> FieldType.BEST_RATING;
            case SLIDER -> FieldType.SLIDER_END;
            default -> farthest();
        };
    }

    /** What answers are at least where {@code min} is left out; nothing chosen or written is no answer. */
    private int leastOfType() {
        return type == FieldType.SLIDER ? 0 : 1;
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.stringValue().compareTo(other.stringValue());
    }

    private List<DefinitionProblem> problem(String name, String key, Object... args) {
        return List.of(new DefinitionProblem(path + "/" + name, 1, Message.of(key, args)));
    }
}
