package dev.gangway.wizard.definition;

import dev.gangway.wizard.definition.Condition.Comparison;
import dev.gangway.wizard.definition.Condition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** Edits a sketch the way an absent-minded author might, the same edits for the same seed. */
final class RandomEdits {

    private static final List<String> WORDS = List.of(
            "Basics",
            "Model",
            "model",
            "",
            "  ",
            "Größe",
            "10:30",
            "مرحبا",
            "🎉",
            "a: b",
            "# x",
            "two\nlines",
            "\u0000\ud800!",
            "\ufeffyes",
            "no",
            "x".repeat(230));
    private static final List<String> PROPERTIES =
            List.of("label", "help", "required", "min", "max", "pattern", "default", "type");

    private final Random random;

    RandomEdits(long seed) {
        random = new Random(seed);
    }

    Sketch edit(Sketch sketch) {
        List<String> steps = steps(sketch);
        List<String> fields = fields(sketch);
        if (steps.isEmpty()) {
            return sketch.addStep(word());
        }
        String step = one(steps);
        if (fields.isEmpty() || random.nextInt(6) == 0) {
            return sketch.addField(step, one(List.of(FieldType.values())), word());
        }
        String field = one(fields);
        String either = random.nextBoolean() ? step : field;
        return switch (random.nextInt(14)) {
            case 0 -> sketch.addStep(word());
            case 1 -> sketch.set(step, "title", StringNode.valueOf(word()));
            case 2 -> sketch.set("", one(List.of("name", "description", "category")), StringNode.valueOf(word()));
            case 3 -> sketch.duplicate(either, word());
            case 4, 5 -> sketch.move(either, random.nextInt(5) - 2);
            case 6 -> sketch.moveToStep(field, step);
            case 7 -> rekey(sketch, either);
            case 8 -> condition(sketch, either + (random.nextBoolean() ? "/show_if" : "/require_if"));
            case 9 -> options(sketch, field);
            case 10 -> random.nextInt(3) == 0 ? sketch.remove(either) : sketch;
            default -> property(sketch, field);
        };
    }

    /** A place that can be taken out. */
    String removable(Sketch sketch) {
        List<String> places = new ArrayList<>(steps(sketch));
        places.addAll(fields(sketch));
        for (String field : fields(sketch)) {
            Field content = field(sketch, field);
            for (int index = 0; index < content.options().size(); index++) {
                places.add(field + "/options/" + index);
            }
            if (content.showIf() != null) {
                places.add(field + "/show_if");
            }
        }
        return one(places);
    }

    private Sketch property(Sketch sketch, String field) {
        String property = one(PROPERTIES);
        return sketch.set(field, property, random.nextInt(4) == 0 && !property.equals("type") ? null : value(property));
    }

    private JsonNode value(String property) {
        return switch (property) {
            case "required" -> BooleanNode.valueOf(random.nextBoolean());
            case "type" -> StringNode.valueOf(one(List.of(FieldType.values())).word());
            case "min", "max", "default" ->
                random.nextBoolean()
                        ? DecimalNode.valueOf(BigDecimal.valueOf(random.nextInt(2_000) - 500, random.nextInt(3)))
                        : StringNode.valueOf(word());
            default -> StringNode.valueOf(word());
        };
    }

    private Sketch rekey(Sketch sketch, String place) {
        String key = one(List.of("basics", "model", "model_2", "Not a key", "", "x9"));
        return sketch.keyProblem(place, key).isEmpty() ? sketch.rekey(place, key) : sketch;
    }

    private Sketch condition(Sketch sketch, String place) {
        List<EarlierField> earlier = sketch.earlier(place.substring(0, place.lastIndexOf('/')));
        if (earlier.isEmpty()) {
            return sketch;
        }
        Sketch more = sketch.addCondition(
                place,
                new Comparison(
                        one(earlier).ref(), one(List.of(Operator.EQUALS, Operator.GT)), StringNode.valueOf(word())));
        Condition now = place.endsWith("show_if") ? showIf(more, place) : null;
        return now instanceof Condition.All ? more.combine(place, Combination.ANY) : more;
    }

    private static @Nullable Condition showIf(Sketch sketch, String place) {
        String owner = place.substring(0, place.lastIndexOf('/'));
        return owner.contains("fields")
                ? field(sketch, owner).showIf()
                : sketch.content().steps().get(Tree.index(owner)).showIf();
    }

    private Sketch options(Sketch sketch, String field) {
        Field content = field(sketch, field);
        if (!content.type().isChoice()) {
            return sketch;
        }
        if (content.options().isEmpty() || random.nextInt(3) == 0) {
            return sketch.addOption(field, word());
        }
        String option = field + "/options/" + random.nextInt(content.options().size());
        return random.nextInt(3) == 0
                ? sketch.move(option, 1)
                : sketch.set(option, random.nextBoolean() ? "label" : "value", StringNode.valueOf(word()));
    }

    static Field field(Sketch sketch, String place) {
        String[] parts = place.split("/", -1);
        return sketch.content().steps().get(Integer.parseInt(parts[2])).fields().get(Integer.parseInt(parts[4]));
    }

    static List<String> steps(Sketch sketch) {
        List<String> places = new ArrayList<>();
        for (int index = 0; index < sketch.content().steps().size(); index++) {
            places.add("/steps/" + index);
        }
        return places;
    }

    static List<String> fields(Sketch sketch) {
        List<String> places = new ArrayList<>();
        for (String step : steps(sketch)) {
            int count = sketch.content().steps().get(Tree.index(step)).fields().size();
            for (int index = 0; index < count; index++) {
                places.add(step + "/fields/" + index);
            }
        }
        return places;
    }

    private String word() {
        return one(WORDS);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
