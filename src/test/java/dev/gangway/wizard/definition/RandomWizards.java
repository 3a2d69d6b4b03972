package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Condition.Comparison;
import dev.gangway.wizard.definition.Condition.Operator;
import dev.gangway.wizard.definition.Field.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Makes up definitions that keep every rule, the same ones for the same seed. */
public final class RandomWizards {

    private static final List<String> WORDS = List.of(
            "Mast",
            "no",
            "yes",
            "~",
            "null",
            "10:30",
            "2026-11-21",
            "0123",
            "a: b",
            "# not a comment",
            "emoji 🎉",
            "مرحبا",
            "“quoted”",
            "two\nlines",
            "- dash",
            "true",
            "1e3",
            "{brace}",
            "'single'",
            "\"double\"");

    private static final List<FieldType> TYPES = List.of(FieldType.values());

    private final Random random;
    private final List<Known> earlier = new ArrayList<>();

    /** Wizards that follow from the seed. */
    public RandomWizards(long seed) {
        this.random = new Random(seed);
    }

    /** The next one: 1 to 6 steps of 0 to 6 fields, with conditions over earlier ones. */
    public WizardContent next() {
        earlier.clear();
        List<StepContent> steps = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int index = 0; index < count; index++) {
            steps.add(step("s" + index, index > 0));
        }
        return new WizardContent(
                word(),
                random.nextBoolean() ? word() : "",
                random.nextBoolean() ? "IT" : "",
                random.nextBoolean() ? 1 + random.nextInt(60) : null,
                steps);
    }

    private StepContent step(String key, boolean conditional) {
        Condition showIf = conditional ? maybeCondition() : null;
        Condition requireIf = maybeCondition();
        List<Field> fields = new ArrayList<>();
        int count = random.nextInt(7);
        for (int index = 0; index < count; index++) {
            Field field = field("f" + index);
            fields.add(field);
            earlier.add(new Known(new FieldRef(key, field.key()), field));
        }
        return new StepContent(
                key, word(), random.nextBoolean() ? word() : "", random.nextBoolean(), showIf, requireIf, fields);
    }

    private Field field(String key) {
        FieldType type = TYPES.get(random.nextInt(TYPES.size()));
        List<Option> options = type.isChoice()
                ? List.of(new Option("a", word()), new Option("b", word()), new Option("0", "Zero"))
                : List.of();
        boolean bounded = type.isNumeric() && random.nextBoolean();
        return new Field(
                key,
                type,
                word(),
                random.nextBoolean() ? word() : "",
                random.nextBoolean(),
                bounded ? number("1") : null,
                bounded ? number("7") : null,
                type == FieldType.SHORT_TEXT && random.nextBoolean() ? ".*" : null,
                options,
                random.nextBoolean() ? answer(type) : null,
                maybeCondition(),
                maybeCondition());
    }

    private @Nullable Condition maybeCondition() {
        return earlier.isEmpty() || random.nextInt(3) > 0 ? null : condition(2);
    }

    private Condition condition(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            List<Condition> several = List.of(condition(depth - 1), condition(depth - 1));
            return random.nextBoolean() ? new Condition.All(several) : new Condition.Any(several);
        }
        Known known = earlier.get(random.nextInt(earlier.size()));
        FieldType type = known.field().type();
        return switch (random.nextInt(type.isOrdered() ? 5 : 4)) {
            case 0 -> new Comparison(known.ref(), Operator.ANSWERED, BooleanNode.valueOf(random.nextBoolean()));
            case 1 -> new Comparison(known.ref(), Operator.EQUALS, operand(type));
            case 2 -> new Comparison(known.ref(), Operator.NOT_EQUALS, operand(type));
            case 3 -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode().add(operand(type));
                yield new Comparison(known.ref(), Operator.IN, list);
            }
            default -> new Comparison(known.ref(), random.nextBoolean() ? Operator.GT : Operator.LT, operand(type));
        };
    }

    private JsonNode operand(FieldType type) {
        JsonNode answer = answer(type);
        return answer.isArray() ? answer.get(0) : answer;
    }

    /** A possible answer for a field of the type, in its stored form. */
    JsonNode answer(FieldType type) {
        return switch (type) {
            case SHORT_TEXT -> StringNode.valueOf("0123");
            case LONG_TEXT -> StringNode.valueOf("yes\nno 🎉");
            case NUMBER, RATING, SLIDER -> number(String.valueOf(1 + random.nextInt(5)));
            case YES_NO -> BooleanNode.valueOf(random.nextBoolean());
            case SINGLE_CHOICE -> StringNode.valueOf(random.nextBoolean() ? "a" : "0");
            case MULTIPLE_CHOICE ->
                JsonNodeFactory.instance.arrayNode().add("a").add("0");
            case DATE -> StringNode.valueOf("2028-02-29");
            case TIME -> StringNode.valueOf("10:30");
            case DATE_TIME -> StringNode.valueOf("2026-11-21T10:30");
            case COLOR -> StringNode.valueOf("#00ff7f");
            case EMAIL -> StringNode.valueOf("ada@example.com");
            case URL -> StringNode.valueOf("https://example.com/?a=1#b");
        };
    }

    private static JsonNode number(String digits) {
        return DecimalNode.valueOf(new BigDecimal(digits));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private record Known(FieldRef ref, Field field) {}
}
