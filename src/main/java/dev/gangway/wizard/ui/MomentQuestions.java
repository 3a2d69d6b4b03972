package dev.gangway.wizard.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.gangway.wizard.definition.Field;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Questions for dates and times: shown by locale, answered as the person's wall clock in ISO 8601. */
final class MomentQuestions {

    private static final String ISO_DATE = "yyyy-MM-dd";
    private static final Duration LIST_STEP = Duration.ofMinutes(15);

    private final Words words;

    MomentQuestions(Words words) {
        this.words = words;
    }

    DatePicker date(Field field) {
        DatePicker picker = new DatePicker();
        picker.setLocale(country());
        picker.setI18n(texts());
        picker.setPlaceholder(words.of("question.date.form"));
        bound(field.min()).ifPresent(picker::setMin);
        bound(field.max()).ifPresent(picker::setMax);
        return picker;
    }

    TimePicker time() {
        TimePicker picker = new TimePicker();
        picker.setLocale(country());
        picker.setStep(LIST_STEP);
        picker.setPlaceholder(words.of("question.time.form"));
        return picker;
    }

    DateTimePicker dateTime(Field field) {
        DateTimePicker picker = new DateTimePicker();
        picker.setLocale(country());
        picker.setDatePickerI18n(texts());
        picker.setStep(LIST_STEP);
        picker.setDatePlaceholder(words.of("question.date.form"));
        picker.setTimePlaceholder(words.of("question.time.form"));
        picker.setDateAriaLabel(words.of("question.date.of", field.label()));
        picker.setTimeAriaLabel(words.of("question.time.of", field.label()));
        return picker;
    }

    /** A moment as the component holds it; what cannot be read as one is shown as nothing. */
    static <T> AnswerShape<@Nullable T> shape(Function<String, T> parse) {
        return new AnswerShape<>(
                answer -> answer != null && answer.isString() ? parsed(answer.stringValue(), parse) : null,
                MomentQuestions::answer);
    }

    private static <T> @Nullable T parsed(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    private static JsonNode answer(@Nullable Object moment) {
        return moment == null ? NullNode.getInstance() : StringNode.valueOf(moment.toString());
    }

    private static Optional<LocalDate> bound(@Nullable JsonNode bound) {
        return bound == null ? Optional.empty() : Optional.of(LocalDate.parse(bound.stringValue()));
    }

    /** The pickers ask for a country as well; the forms are those that the hints show. */
    private Locale country() {
        return switch (words.locale().getLanguage()) {
            case "de" -> Locale.GERMANY;
            case "es" -> Locale.of("es", "ES");
            default -> Locale.US;
        };
    }

    private DatePickerI18n texts() {
        Locale locale = words.locale();
        List<DayOfWeek> days =
                Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(7).toList();
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                        .toList())
                .setWeekdaysShort(days.stream()
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .toList())
                .setFirstDayOfWeek(WeekFields.of(country()).getFirstDayOfWeek().getValue() % 7)
                .setToday(words.of("question.date.today"))
                .setCancel(words.of("question.date.cancel"))
                .setDateFormats(words.of("question.date.pattern"), ISO_DATE);
    }
}
