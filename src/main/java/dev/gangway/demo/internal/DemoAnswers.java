package dev.gangway.demo.internal;

import dev.gangway.wizard.Answers;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.StepContent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers that people might give; what is optional is left empty now and then. */
final class DemoAnswers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final double LEFT_EMPTY = 0.2;
    private static final int DAYS = 400;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final List<String> SHORT =
            List.of("Lisbon", "Zürich", "Kraków", "Łódź", "東京", "Αθήνα", "Nairobi", "São Paulo", "تونس", "Reykjavík");
    private static final List<String> LONG = List.of(
            "Meeting the customer, then two days of workshops with the team.",
            "As agreed with my manager.\nPlease keep the receipts.",
            "Everything was clear; the second part could be shorter.",
            "Besser am Vormittag. Danke!",
            "No tengo comentarios.");
    private static final List<String> NAMES = List.of("ada", "grace", "jorge", "mei", "olga", "tunde");

    private DemoAnswers() {}

    /** Answers of a step whose fields have no conditions. */
    static Answers of(StepContent step, RandomGenerator random) {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        for (Field field : step.fields()) {
            boolean empty = !field.required() && random.nextDouble() < LEFT_EMPTY;
            given.put(field.key(), empty ? JSON.nullNode() : value(field, random));
        }
        return new Answers(given);
    }

    private static JsonNode value(Field field, RandomGenerator random) {
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        LocalTime time = LocalTime.of(random.nextInt(8, 18), 15 * random.nextInt(4));
        return switch (field.type()) {
            case SHORT_TEXT -> JSON.stringNode(of(SHORT, random));
            case LONG_TEXT -> JSON.stringNode(of(LONG, random));
            case NUMBER, SLIDER -> JSON.numberNode(number(field.min(), field.max(), 0, 100, random));
            case RATING -> JSON.numberNode(number(field.min(), field.max(), 1, 5, random));
            case YES_NO -> JSON.booleanNode(field.required() || random.nextBoolean());
            case SINGLE_CHOICE -> JSON.stringNode(of(field.choices(), random));
            case MULTIPLE_CHOICE -> some(field.choices(), random);
            case DATE -> JSON.stringNode(day.toString());
            case TIME -> JSON.stringNode(time.toString());
            case DATE_TIME -> JSON.stringNode(day.atTime(time).toString());
            case COLOR -> JSON.stringNode("#%06x".formatted(random.nextInt(1 << 24)));
            case EMAIL -> JSON.stringNode(of(NAMES, random) + "@example.org");
            case URL -> JSON.stringNode("https://" + of(NAMES, random) + ".example.com/");
        };
    }

    private static int number(
            @Nullable JsonNode min, @Nullable JsonNode max, int least, int most, RandomGenerator random) {
        return random.nextInt(min == null ? least : min.asInt(), (max == null ? most : max.asInt()) + 1);
    }

    private static ArrayNode some(List<String> choices, RandomGenerator random) {
        ArrayNode chosen = JSON.arrayNode();
        choices.stream().filter(choice -> random.nextBoolean()).forEach(chosen::add);
        return chosen.isEmpty() ? chosen.add(of(choices, random)) : chosen;
    }

    private static String of(List<String> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
