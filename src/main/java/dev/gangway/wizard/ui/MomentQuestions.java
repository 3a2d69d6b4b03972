package dev.gangway.wizard.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.gangway.base.ui.PickerTexts;
import dev.gangway.wizard.definition.Field;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** Questions for dates and times: shown by locale, answered as the person's wall clock in ISO 8601. */
final class MomentQuestions {

    private static final Duration LIST_STEP = Duration.ofMinutes(15);

    private final Words words;
    private final PickerTexts pickers;

    MomentQuestions(Words words) {
        this.words = words;
        this.pickers = new PickerTexts(words.texts(), words.locale());
    }

    DatePicker date(Field field) {
        DatePicker picker = pickers.prepared(new DatePicker());
        picker.setPlaceholder(words.of("question.date.form"));
        bound(field.min()).ifPresent(picker::setMin);
        bound(field.max()).ifPresent(picker::setMax);
        return picker;
    }

    TimePicker time() {
        TimePicker picker = pickers.prepared(new TimePicker());
        picker.setStep(LIST_STEP);
        picker.setPlaceholder(words.of("question.time.form"));
        return picker;
    }

    DateTimePicker dateTime(Field field) {
        DateTimePicker picker = pickers.prepared(new DateTimePicker(), field.label());
        picker.setStep(LIST_STEP);
        picker.setDatePlaceholder(words.of("question.date.form"));
        picker.setTimePlaceholder(words.of("question.time.form"));
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
}
