package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.PickerTexts;
import dev.gangway.base.ui.TypedText;
import dev.gangway.training.Lesson;
import dev.gangway.training.RescheduleRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks for another time for a lesson, in the time zone of whoever asks, and why. */
class RescheduleDialog extends Dialog {

    private static final Duration STEP = Duration.ofMinutes(10);

    private final transient LessonWords words;
    private final transient BiFunction<Instant, String, List<String>> take;
    private final DatePicker day = new DatePicker();
    private final TimePicker time = new TimePicker();
    private final TextArea reason = new TextArea();
    private final Paragraph problem = new Paragraph();

    /**
     * @param take asks for it; answers what is wrong, or nothing
     */
    RescheduleDialog(LessonWords words, Lesson lesson, BiFunction<Instant, String, List<String>> take) {
        this.words = words;
        this.take = take;
        setHeaderTitle(words.ofSide("lesson.deed.reschedule"));
        LocalDateTime now =
                LocalDateTime.ofInstant(lesson.startsAt(), words.moments().zone());
        PickerTexts pickers = new PickerTexts(words.texts(), words.moments().locale());
        pickers.prepared(day);
        day.setLabel(words.of("lesson.reschedule.day"));
        day.setValue(now.toLocalDate());
        pickers.prepared(time);
        time.setLabel(words.of("lesson.reschedule.time"));
        time.setHelperText(words.moments().zone().getId());
        time.setStep(STEP);
        time.setValue(now.toLocalTime());
        reason.setLabel(words.of("lesson.reschedule.reason"));
        reason.setMaxLength(RescheduleRules.LONGEST_REASON);
        day.setRequiredIndicatorVisible(true);
        time.setRequiredIndicatorVisible(true);
        reason.setRequiredIndicatorVisible(true);
        day.setManualValidation(true);
        time.setManualValidation(true);
        reason.setManualValidation(true);
        problem.addClassName("dialog-problem");
        problem.getElement().setAttribute("role", "alert");
        Paragraph about = new Paragraph(words.line(lesson));
        about.addClassName("quiet");
        Div fields = new Div(about, new Paragraph(words.ofSide("lesson.reschedule.text")), day, time, reason, problem);
        fields.addClassName("dialog-fields");
        add(fields);
        ActionButton confirm =
                new ActionButton(words.of("lesson.reschedule.send"), words.of("player.busy"), click -> submit());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("player.cancel"), click -> close()), confirm);
    }

    private void submit() {
        Optional<LocalDate> chosenDay = day.getOptionalValue();
        Optional<LocalTime> chosenTime = time.getOptionalValue();
        mark(day, chosenDay.isEmpty(), TypedText.isUnreadable(day) ? "field.not_date" : "field.required");
        mark(time, chosenTime.isEmpty(), TypedText.isUnreadable(time) ? "field.not_time" : "field.required");
        mark(reason, reason.getValue().isBlank(), "field.required");
        if (chosenDay.isEmpty() || chosenTime.isEmpty() || reason.getValue().isBlank()) {
            problem.setText("");
            return;
        }
        LocalDateTime wanted = chosenDay.get().atTime(chosenTime.get());
        List<String> problems =
                words.moments().zone().getRules().getValidOffsets(wanted).isEmpty()
                        ? List.of(words.of("lesson.reschedule.no_such_time"))
                        : take.apply(
                                wanted.atZone(words.moments().zone()).toInstant(),
                                Objects.requireNonNull(reason.getValue()).strip());
        if (problems.isEmpty()) {
            close();
        } else {
            problem.setText(String.join(" ", problems));
        }
    }

    private void mark(HasValidationProperties field, boolean isWrong, String why) {
        field.setInvalid(isWrong);
        field.setErrorMessage(isWrong ? words.of(why) : "");
    }
}
