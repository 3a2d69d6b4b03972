package dev.gangway.wizard.ui;

import dev.gangway.wizard.definition.Asking;
import dev.gangway.wizard.definition.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Says an answer the way a person reads it: labels of options, yes and no, numbers and dates by locale.
 *
 * <p>An answer that does not fit its field, such as one typed by half, is said as it is written.
 */
public final class AnswerWords {

    private final Words words;
    private final LocalNumbers numbers;

    /** The words of a language. */
    public AnswerWords(Words words) {
        this.words = words;
        this.numbers = new LocalNumbers(words.locale());
    }

    /** The answer of a field in words; empty where there is none. */
    public String of(Field field, JsonNode answer) {
        if (!Asking.isAnswer(answer)) {
            return "";
        }
        return switch (field.type()) {
            case NUMBER, RATING, SLIDER ->
                answer.isNumber() ? numbers.words(answer.decimalValue()) : AnswerShape.plainWords(answer);
            case YES_NO -> answer.isBoolean() ? yesNo(answer.booleanValue()) : AnswerShape.plainWords(answer);
            case SINGLE_CHOICE -> label(field, answer);
            case MULTIPLE_CHOICE ->
                answer.valueStream().map(one -> label(field, one)).collect(Collectors.joining(", "));
            case DATE, TIME, DATE_TIME -> moment(field, AnswerShape.plainWords(answer));
            case SHORT_TEXT, LONG_TEXT, COLOR, EMAIL, URL -> AnswerShape.plainWords(answer);
        };
    }

    /** A number as it is read. */
    String number(BigDecimal value) {
        return numbers.words(value);
    }

    private String yesNo(boolean yes) {
        return words.of(yes ? "question.yes" : "question.no");
    }

    private static String label(Field field, JsonNode value) {
        String chosen = value.asString("");
        return field.options().stream()
                .filter(option -> option.value().equals(chosen))
                .map(Field.Option::label)
                .findFirst()
                .orElse(chosen);
    }

    private String moment(Field field, String iso) {
        try {
            return switch (field.type()) {
                case DATE -> date(LocalDate.parse(iso));
                case TIME -> time(LocalTime.parse(iso));
                default ->
                    date(LocalDateTime.parse(iso).toLocalDate()) + ", "
                            + time(LocalDateTime.parse(iso).toLocalTime());
            };
        } catch (DateTimeException notOne) {
            return iso;
        }
    }

    private String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(words.locale())
                .format(date);
    }

    private static String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
    }
}
