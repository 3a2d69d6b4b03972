package dev.gangway.wizard.definition;

import com.google.re2j.Pattern;
import dev.gangway.wizard.FieldReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** What each type of field takes as an answer, and the one form in which that is stored. */
final class FieldRules {

    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s\\\\]+");
    private static final int EMAIL = 254;
    private static final int ADDRESS = 2_000;
    private static final int WORD = 40;
    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final int MOST_DECIMALS = 10;
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern MAILBOX =
            Pattern.compile("[^\\s@\"(),:;<>\\[\\\\\\]]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private final FieldReader reader;

    FieldRules(FieldReader reader) {
        this.reader = reader;
    }

    /** The answer in its normal form, null where there is none; what is wrong with it is told to the reader. */
    JsonNode read(Field field) {
        return switch (field.type()) {
            case SHORT_TEXT -> shortText(field);
            case LONG_TEXT -> text(field, FieldType.LONG);
            case NUMBER -> number(field);
            case YES_NO -> yesNo(field);
            case SINGLE_CHOICE ->
                reader.isBlank(field.key())
                        ? NullNode.instance
                        : string(reader.choice(field.key(), field.choices(), ""));
            case MULTIPLE_CHOICE -> choices(field);
            case DATE -> moment(field, LocalDate::parse, DateTimeFormatter.ISO_LOCAL_DATE);
            case TIME -> moment(field, LocalTime::parse, DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
            case DATE_TIME ->
                moment(field, LocalDateTime::parse, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT));
            case RATING -> whole(field, 1, FieldType.BEST_RATING);
            case SLIDER -> whole(field, 0, FieldType.SLIDER_END);
            case COLOR -> matching(field, WORD, COLOR, "field.not_color", true);
            case EMAIL -> matching(field, EMAIL, MAILBOX, "field.not_email", false);
            case URL -> url(field);
        };
    }

    private JsonNode shortText(Field field) {
        JsonNode text = text(field, FieldType.SHORT);
        if (!text.isString()) {
            return text;
        }
        String value = text.stringValue();
        if (value.contains("\n") || value.contains("\r")) {
            reader.problem(field.key(), "field.one_line");
        } else if (field.pattern() != null
                && !Pattern.compile(field.pattern()).matcher(value).matches()) {
            reader.problem(field.key(), "field.pattern");
        }
        return text;
    }

    private JsonNode text(Field field, int most) {
        String text = reader.text(field.key(), count(field.max(), most));
        int least = count(field.min(), 0);
        if (!text.isEmpty() && text.codePointCount(0, text.length()) < least) {
            reader.problem(field.key(), "field.too_short", least);
        }
        return string(text);
    }

    private JsonNode number(Field field) {
        Optional<BigDecimal> given = reader.decimal(field.key());
        if (given.isEmpty()) {
            return NullNode.instance;
        }
        BigDecimal value = given.get();
        if (!isKept(value)) {
            reader.problem(field.key(), "field.number_size");
            return NullNode.instance;
        }
        if (field.min() != null && value.compareTo(field.min().decimalValue()) < 0) {
            reader.problem(field.key(), "field.too_little", field.min().decimalValue());
        } else if (field.max() != null && value.compareTo(field.max().decimalValue()) > 0) {
            reader.problem(field.key(), "field.too_much", field.max().decimalValue());
        }
        return DecimalNode.valueOf(plain(value));
    }

    /** Whether a value is a number of a size that answers may have. */
    static boolean isNumber(JsonNode value) {
        return value.isNumber() && isKept(value.decimalValue());
    }

    private static boolean isKept(BigDecimal value) {
        return value.abs().compareTo(LARGEST) < 0 && value.stripTrailingZeros().scale() <= MOST_DECIMALS;
    }

    private JsonNode whole(Field field, int first, int last) {
        return reader.number(field.key(), count(field.min(), first), count(field.max(), last))
                .<JsonNode>map(IntNode::valueOf)
                .orElse(NullNode.instance);
    }

    private JsonNode yesNo(Field field) {
        return reader.has(field.key()) ? BooleanNode.valueOf(reader.flag(field.key(), false)) : NullNode.instance;
    }

    private JsonNode choices(Field field) {
        List<String> chosen = reader.choices(field.key(), field.choices());
        int least = count(field.min(), 0);
        int most = count(field.max(), field.options().size());
        if (!chosen.isEmpty() && chosen.size() < least) {
            reader.problem(field.key(), "field.too_few", least);
        } else if (chosen.size() > most) {
            reader.problem(field.key(), "field.too_many_chosen", most);
        }
        if (chosen.isEmpty()) {
            return NullNode.instance;
        }
        ArrayNode inOrder = JsonNodeFactory.instance.arrayNode();
        field.choices().stream().filter(chosen::contains).forEach(inOrder::add);
        return inOrder;
    }

    private JsonNode moment(Field field, Function<String, ? extends TemporalAccessor> parse, DateTimeFormatter format) {
        String text = reader.text(field.key(), WORD);
        if (text.isEmpty()) {
            return NullNode.instance;
        }
        String normal;
        try {
            normal = format.format(parse.apply(text));
        } catch (DateTimeException notOne) {
            reader.problem(field.key(), notOne(field.type()));
            return NullNode.instance;
        }
        // Four-digit years only, so that the order of the words is the order in time.
        if (field.type() != FieldType.TIME && !Character.isDigit(normal.charAt(0))) {
            reader.problem(field.key(), notOne(field.type()));
        } else if (field.min() != null && normal.compareTo(field.min().stringValue()) < 0) {
            reader.problem(field.key(), "field.too_early", field.min().stringValue());
        } else if (field.max() != null && normal.compareTo(field.max().stringValue()) > 0) {
            reader.problem(field.key(), "field.too_late", field.max().stringValue());
        }
        return StringNode.valueOf(normal);
    }

    private static String notOne(FieldType type) {
        return switch (type) {
            case DATE -> "field.not_date";
            case TIME -> "field.not_time";
            default -> "field.not_date_time";
        };
    }

    private JsonNode matching(Field field, int most, Pattern pattern, String problem, boolean lowered) {
        String text = reader.text(field.key(), most);
        String normal = lowered ? text.toLowerCase(Locale.ROOT) : text;
        if (!normal.isEmpty() && !pattern.matcher(normal).matches()) {
            reader.problem(field.key(), problem);
        }
        return string(normal);
    }

    private JsonNode url(Field field) {
        String text = reader.text(field.key(), ADDRESS);
        if (!text.isEmpty() && !isWebAddress(text)) {
            reader.problem(field.key(), "field.not_url");
        }
        return string(text);
    }

    /** As browsers read addresses, which take letters of all languages in names of hosts; written whole and without gaps. */
    private static boolean isWebAddress(String text) {
        try {
            String host = UriComponentsBuilder.fromUriString(text, ParserType.WHAT_WG)
                    .build()
                    .getHost();
            return WEB_ADDRESS.matcher(text).matches() && host != null && !host.isEmpty();
        } catch (InvalidUrlException notOne) {
            return false;
        }
    }

    private static JsonNode string(String text) {
        return text.isEmpty() ? NullNode.instance : StringNode.valueOf(text);
    }

    private static int count(@Nullable JsonNode bound, int otherwise) {
        return bound == null ? otherwise : bound.intValue();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
