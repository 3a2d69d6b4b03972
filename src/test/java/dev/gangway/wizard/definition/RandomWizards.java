package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Condition.Comparison;
import dev.gangway.wizard.definition.Condition.Operator;
import dev.gangway.wizard.definition.Field.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Such that every answer made up here fits. */
    private static final List<String> PATTERNS = List.of(".*", "\\PC+", "(?i)[^\\n]{1,}", "[0-9a-z\\PC ]*|x");

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
        FieldType type = one(TYPES);
        List<Option> options = type.isChoice() ? options() : List.of();
        boolean bounded = random.nextBoolean();
        Field asked = new Field(
                key,
                type,
                word(),
                random.nextBoolean() ? word() : "",
                random.nextBoolean(),
                bounded ? least(type) : null,
                bounded ? most(type) : null,
                type == FieldType.SHORT_TEXT && random.nextBoolean() ? one(PATTERNS) : null,
                options,
                null,
                maybeCondition(),
                maybeCondition());
        return random.nextBoolean() ? asked : withInitial(asked);
    }

    private Field withInitial(Field field) {
        return new Field(
                field.key(),
                field.type(),
                field.label(),
                field.help(),
                field.required(),
                field.min(),
                field.max(),
                field.pattern(),
                field.options(),
                answer(field),
                field.showIf(),
                field.requireIf());
    }

    /** At least two, so that several can be chosen. */
    private List<Option> options() {
        List<String> values = new ArrayList<>(List.of("a", "b", "0", "false", "🎈"));
        Collections.shuffle(values, random);
        return values.subList(0, 2 + random.nextInt(4)).stream()
                .map(value -> new Option(value, word()))
                .toList();
    }

    /** No more than any answer has. */
    private @Nullable JsonNode least(FieldType type) {
        return switch (type) {
            case SHORT_TEXT, LONG_TEXT, MULTIPLE_CHOICE, RATING -> number("1");
            case NUMBER -> number("-999999999999999.9999999999");
            case SLIDER -> number("-1000000");
            case DATE -> StringNode.valueOf("0001-01-01");
            case TIME -> StringNode.valueOf("00:00");
            case DATE_TIME -> StringNode.valueOf("0001-01-01T00:00");
            case YES_NO, SINGLE_CHOICE, COLOR, EMAIL, URL -> null;
        };
    }

    private @Nullable JsonNode most(FieldType type) {
        return switch (type) {
            case SHORT_TEXT, LONG_TEXT -> number("1000");
            case MULTIPLE_CHOICE -> number("2");
            case RATING -> number("10");
            case NUMBER -> number("999999999999999.9999999999");
            case SLIDER -> number("1000000");
            case DATE -> StringNode.valueOf("9999-12-31");
            case TIME -> StringNode.valueOf("23:59");
            case DATE_TIME -> StringNode.valueOf("9999-12-31T23:59");
            case YES_NO, SINGLE_CHOICE, COLOR, EMAIL, URL -> null;
        };
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
            case 1 -> new Comparison(known.ref(), Operator.EQUALS, operand(known.field()));
            case 2 -> new Comparison(known.ref(), Operator.NOT_EQUALS, operand(known.field()));
            case 3 -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (int count = random.nextInt(3); count >= 0; count--) {
                    list.add(operand(known.field()));
                }
                yield new Comparison(known.ref(), Operator.IN, list);
            }
            default ->
                new Comparison(known.ref(), random.nextBoolean() ? Operator.GT : Operator.LT, operand(known.field()));
        };
    }

    private JsonNode operand(Field field) {
        JsonNode answer = answer(field);
        return answer.isArray() ? answer.get(0) : answer;
    }

    /** A possible answer for a field, in its stored form. */
    public JsonNode answer(Field field) {
        return switch (field.type()) {
            case SHORT_TEXT -> StringNode.valueOf(one(List.of("0", "false", "0123", "مرحبا 🎉")));
            case LONG_TEXT -> StringNode.valueOf(one(List.of("0", "yes\nno 🎉", "שלום")));
            case NUMBER -> number(one(List.of("0", "-0.0000000001", "3", "999999999999999.9999999999")));
            case RATING -> number(String.valueOf(1 + random.nextInt(5)));
            case SLIDER -> number(String.valueOf(random.nextInt(101)));
            case YES_NO -> BooleanNode.valueOf(random.nextBoolean());
            case SINGLE_CHOICE -> StringNode.valueOf(one(field.choices()));
            case MULTIPLE_CHOICE -> {
                ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
                int first = random.nextInt(field.choices().size() - 1);
                chosen.add(field.choices().get(first));
                if (random.nextBoolean()) {
                    chosen.add(field.choices().get(first + 1));
                }
                yield chosen;
            }
            case DATE -> StringNode.valueOf(one(List.of("2028-02-29", "0001-01-01", "9999-12-31")));
            case TIME -> StringNode.valueOf(one(List.of("00:00", "10:30", "23:59")));
            case DATE_TIME -> StringNode.valueOf(one(List.of("2026-11-21T10:30", "0001-01-01T00:00")));
            case COLOR -> StringNode.valueOf(one(List.of("#000000", "#00ff7f")));
            case EMAIL -> StringNode.valueOf("ada@example.com");
            case URL -> StringNode.valueOf(one(List.of("https://example.com/?a=1#b", "http://0")));
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static JsonNode number(String digits) {
        return DecimalNode.valueOf(new BigDecimal(digits));
    }

    private String word() {
        return one(WORDS);
    }

    private record Known(FieldRef ref, Field field) {}
}
