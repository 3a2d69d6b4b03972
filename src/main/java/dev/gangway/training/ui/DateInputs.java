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
        return texts.prepared(new DatePicker(words.of(key)));
    }

    TimePicker time(String key) {
        TimePicker picker = texts.prepared(new TimePicker(words.of(key)));
        picker.setStep(STEP);
        return picker;
    }

    DateTimePicker dateTime(String key) {
        DateTimePicker picker = texts.prepared(new DateTimePicker(words.of(key)), words.of(key));
        picker.setStep(STEP);
        return picker;
    }
}
