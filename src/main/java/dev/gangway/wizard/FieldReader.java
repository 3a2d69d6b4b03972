package dev.gangway.wizard;

import dev.gangway.base.FieldProblem;
import dev.gangway.base.Message;
import dev.gangway.base.VisibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads answers as typed values and collects every problem on the way, so that a person is told all of them at once.
 *
 * <p>A field that is left out or null reads as the empty value. Lengths are counted in characters as people see them in
 * the database (code points), after leading and trailing white space is gone.
 */
public final class FieldReader {

    private static final int LONGEST_NUMBER = 1_000;

    private final Answers answers;
    private final Set<String> known = new HashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    /** A reader of these answers. */
    public FieldReader(Answers answers) {
        this.answers = answers;
    }

    /** A text of at most so many characters; empty where there is none. */
    public String text(String path, int maxLength) {
        Optional<JsonNode> value = value(path);
        if (value.isEmpty()) {
            return "";
        }
        if (!value.get().isString()) {
            problem(path, "field.not_text");
            return "";
        }
        return checked(path, value.get().stringValue(), maxLength);
    }

    /** A text of at least one character. */
    public String requiredText(String path, int maxLength) {
        String text = text(path, maxLength);
        if (text.isEmpty()) {
            required(path);
        }
        return text;
    }

    /** A yes or no. */
    public boolean flag(String path, boolean otherwise) {
        Optional<JsonNode> value = value(path);
        if (value.isPresent() && !value.get().isBoolean()) {
            problem(path, "field.not_boolean");
        }
        return value.filter(JsonNode::isBoolean).map(JsonNode::booleanValue).orElse(otherwise);
    }

    /** A whole number within bounds; empty where there is none. */
    public Optional<Integer> number(String path, int min, int max) {
        Optional<JsonNode> value = value(path);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().canConvertToExactIntegral()
                || !value.get().canConvertToInt()
                || value.get().intValue() < min
                || value.get().intValue() > max) {
            problem(path, "field.not_number", min, max);
            return Optional.empty();
        }
        return Optional.of(value.get().intValue());
    }

    /** A number with or without decimals; empty where there is none. */
    public Optional<BigDecimal> decimal(String path) {
        Optional<JsonNode> value = value(path);
        if (value.isPresent() && !value.get().isNumber()) {
            problem(path, "field.not_decimal");
        }
        return value.filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    /** A number, a yes or no, or a text of at most so many characters, as given; empty where there is none. */
    public Optional<JsonNode> scalar(String path, int maxLength) {
        Optional<JsonNode> value = value(path);
        if (value.isPresent() && value.get().isString()) {
            return Optional.of(StringNode.valueOf(checked(path, value.get().stringValue(), maxLength)));
        }
        if (value.isPresent() && !value.get().isIntegralNumber() && !value.get().isBoolean()) {
            problem(path, "field.not_text");
            return Optional.empty();
        }
        return value;
    }

    /** One of the allowed words; the other one where there is none. */
    public String choice(String path, Collection<String> allowed, String otherwise) {
        Optional<JsonNode> value = value(path);
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.get().isString() || !allowed.contains(value.get().stringValue())) {
            problem(path, "field.not_allowed", String.join(", ", allowed));
            return otherwise;
        }
        return value.get().stringValue();
    }

    /** Any of the allowed words, each once, in the order given. */
    public List<String> choices(String path, Collection<String> allowed) {
        List<String> chosen = texts(path, allowed.size(), Integer.MAX_VALUE);
        if (!allowed.containsAll(chosen)) {
            problem(path, "field.not_allowed", String.join(", ", allowed));
        }
        return chosen;
    }

    /** A list of texts without blanks and doubles. */
    public List<String> texts(String path, int maxItems, int maxLength) {
        Optional<JsonNode> value = value(path);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray() || value.get().valueStream().anyMatch(item -> !item.isString())) {
            problem(path, "field.not_list");
            return List.of();
        }
        Set<String> items = new LinkedHashSet<>();
        value.get().valueStream().forEach(item -> items.add(checked(path, item.stringValue(), maxLength)));
        items.remove("");
        if (items.size() > maxItems) {
            problem(path, "field.too_many", maxItems);
        }
        return List.copyOf(items);
    }

    /** The field is known but not looked at. */
    public void passOver(String path) {
        known.add(path);
    }

    /** Whether the answers hold a value for the field. */
    public boolean has(String path) {
        return value(path).isPresent();
    }

    /** Whether the field holds nothing, or a text that says nothing. */
    public boolean isBlank(String path) {
        return value(path)
                .filter(value -> !value.isString() || !VisibleText.isBlank(value.stringValue()))
                .isEmpty();
    }

    /** Something is wrong with a field. */
    public void problem(String path, String key, Object... args) {
        problem(path, Message.of(key, args));
    }

    /** Something is wrong with a field; only the first thing is said. */
    public void problem(String path, Message message) {
        if (problems.stream().noneMatch(problem -> problem.field().equals(path))) {
            problems.add(new FieldProblem(path, message));
        }
    }

    /** The field must have a value. */
    public void required(String path) {
        problem(path, "field.required");
    }

    /** The answers in their normal form, or every problem, those of fields nobody asked for included. */
    public StepHandler.Check result(Supplier<Answers> normal) {
        answers.fields().keySet().stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> problem(path, "field.unknown"));
        return problems.isEmpty()
                ? new StepHandler.Check.Valid(normal.get())
                : new StepHandler.Check.Invalid(List.copyOf(problems));
    }

    /** What of typed answers may be kept as a draft: the fields that are asked for, if the database can hold their text. */
    public static Answers draftable(Answers typed, Predicate<String> asked) {
        return new Answers(typed.fields().entrySet().stream()
                .filter(field -> asked.test(field.getKey()) && isStorable(field.getValue()))
                .collect(LinkedHashMap::new, (all, field) -> all.put(field.getKey(), field.getValue()), Map::putAll));
    }

    /** What the database takes as JSON: no half characters, no NUL, and no numbers of endless length. */
    private static boolean isStorable(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> isStorable(value.stringValue());
            case NUMBER -> Math.abs((long) value.decimalValue().scale()) <= LONGEST_NUMBER;
            case ARRAY, OBJECT ->
                value.propertyNames().stream().allMatch(FieldReader::isStorable)
                        && value.valueStream().allMatch(FieldReader::isStorable);
            default -> true;
        };
    }

    private static boolean isStorable(String text) {
        return text.indexOf(0) < 0 && wellFormed(text);
    }

    private Optional<JsonNode> value(String path) {
        known.add(path);
        return answers.get(path).filter(value -> !value.isNull());
    }

    private String checked(String path, String typed, int maxLength) {
        String text = VisibleText.strip(typed);
        if (text.codePoints().anyMatch(FieldReader::unwanted) || !wellFormed(text)) {
            problem(path, "field.characters");
            return "";
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            problem(path, "field.too_long", maxLength);
        }
        return text;
    }

    private static boolean unwanted(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    /** Half of a surrogate pair is no character, and the database refuses it. */
    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
