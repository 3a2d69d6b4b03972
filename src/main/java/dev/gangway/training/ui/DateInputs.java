package dev.gangway.training.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.gangway.base.Texts;
import dev.gangway.base.ui.PickerTexts;
import java.time.Duration;

/** Makes the pickers of days and times of the forms of training alike. */
final class DateInputs {

    private static final Duration STEP = Duration.ofMinutes(15);

    private final TrainingWords words;
    private final PickerTexts texts;

    DateInputs(TrainingWords words, Texts texts) {
        this.words = words;
        this.texts = new PickerTexts(texts, words.moments().locale());
    }

    DatePicker date(String key) {
        DatePicker picker = new DatePicker(words.of(key));
        picker.setLocale(texts.country());
        picker.setI18n(texts.calendar());
        return picker;
    }

    TimePicker time(String key) {
        TimePicker picker = new TimePicker(words.of(key));
        picker.setLocale(texts.country());
        picker.setStep(STEP);
        return picker;
    }

    DateTimePicker dateTime(String key) {
        DateTimePicker picker = new DateTimePicker(words.of(key));
        picker.setLocale(texts.country());
        picker.setDatePickerI18n(texts.calendar());
        picker.setStep(STEP);
        picker.setDateAriaLabel(words.of("question.date.of", words.of(key)));
        picker.setTimeAriaLabel(words.of("question.time.of", words.of(key)));
        return picker;
    }
}
