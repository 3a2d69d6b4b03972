package dev.gangway.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker.DateTimePickerI18n;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.timepicker.TimePicker.TimePickerI18n;
import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What pickers of dates and times have to be told about a language.
 *
 * @param locale of the person at the page
 */
public record PickerTexts(Texts texts, Locale locale) {

    private static final String ISO_DATE = "yyyy-MM-dd";

    /** The pickers ask for a country as well; the forms are those that the hints show. */
    private Locale country() {
        return switch (locale.getLanguage()) {
            case "de" -> Locale.GERMANY;
            case "es" -> Locale.of("es", "ES");
            default -> Locale.US;
        };
    }

    /**
     * Makes a picker speak the language. Its calendar opens by its button and by the arrow keys, not for whoever types: their Tab is
     * to lead to the next field.
     */
    public DatePicker prepared(DatePicker picker) {
        picker.setLocale(country());
        picker.setI18n(calendar());
        picker.setAutoOpen(false);
        return picker;
    }

    /** Makes a picker speak the language. */
    public TimePicker prepared(TimePicker picker) {
        picker.setLocale(country());
        picker.setI18n(new TimePickerI18n().setBadInputErrorMessage(of("field.not_time")));
        return picker;
    }

    /**
     * Makes a picker speak the language, as {@link #prepared(DatePicker)} does.
     *
     * @param label what it asks for, which its two parts are named after
     */
    public DateTimePicker prepared(DateTimePicker picker, String label) {
        picker.setLocale(country());
        picker.setDatePickerI18n(calendar());
        picker.setAutoOpen(false);
        picker.setDateAriaLabel(texts.of(Message.of("question.date.of", label), locale));
        picker.setTimeAriaLabel(texts.of(Message.of("question.time.of", label), locale));
        picker.setI18n(new DateTimePickerI18n()
                .setBadInputErrorMessage(of("field.not_date_time"))
                .setIncompleteInputErrorMessage(of("question.date_time.incomplete")));
        return picker;
    }

    private DatePickerI18n calendar() {
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
                .setToday(of("question.date.today"))
                .setCancel(of("question.date.cancel"))
                .setBadInputErrorMessage(of("field.not_date"))
                .setDateFormats(of("question.date.pattern"), ISO_DATE);
    }

    private String of(String key) {
        return texts.of(Message.of(key), locale);
    }
}
