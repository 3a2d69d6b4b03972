package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.LessonChange;
import dev.gangway.training.LessonOutcome;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseSessionStatus;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Changes a lesson of a purchase, guarded by the version that is shown; whoever sees the lesson sees the change. */
class LessonDialog extends Dialog {

    private static final int LONGEST = 480;

    private final transient PurchaseServices services;
    private final transient TrainingWords words;
    private final transient Runnable changed;
    private final DateTimePicker start;
    private final IntegerField minutes;
    private final Select<PurchaseSessionStatus> status = new Select<>();
    private final Div said = new Div();
    private transient PurchaseSession seen;

    LessonDialog(PurchaseSession lesson, PurchaseServices services, TrainingWords words, Runnable changed) {
        this.seen = lesson;
        this.services = services;
        this.words = words;
        this.changed = changed;
        Inputs inputs = new Inputs(words);
        setHeaderTitle(words.of("purchases.lesson.change.named", lesson.sessionNumber()));
        start = new DateInputs(words, services.texts()).dateTime("purchases.lesson.when");
        start.setHelperText(
                words.of("purchases.lesson.when.help", words.moments().zone()));
        minutes = inputs.whole("purchases.lesson.duration");
        minutes.setMin(1);
        minutes.setMax(LONGEST);
        status.setLabel(words.of("purchases.lesson.status"));
        status.setItems(PurchaseSessionStatus.values());
        status.setItemLabelGenerator(
                each -> words.of("purchases.lesson.status." + each.name().toLowerCase(Locale.ROOT)));
        said.addClassName("step-notices");
        Div fields = new Div(said, start, minutes, status);
        fields.addClassName("dialog-fields");
        add(fields);
        ActionButton save = new ActionButton(words.of("purchases.save"), words.of("account.working"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.of("purchases.not_now"), click -> close()), save);
        read(lesson);
    }

    private void read(PurchaseSession lesson) {
        seen = lesson;
        start.setValue(
                LocalDateTime.ofInstant(lesson.startsAt(), words.moments().zone()));
        minutes.setValue(lesson.durationMinutes());
        status.setValue(lesson.status());
    }

    private void save() {
        said.removeAll();
        @Nullable LocalDateTime when = start.getValue();
        @Nullable Integer length = minutes.getValue();
        start.setInvalid(when == null);
        start.setErrorMessage(words.of("problem.field.required"));
        minutes.setInvalid(length == null || length < 1 || length > LONGEST);
        minutes.setErrorMessage(words.of("training.whole", 1, LONGEST));
        if (when == null || minutes.isInvalid()) {
            return;
        }
        LessonChange change = new LessonChange(
                when.equals(LocalDateTime.ofInstant(
                                seen.startsAt(), words.moments().zone()))
                        ? null
                        : when.atZone(words.moments().zone()).toInstant(),
                length,
                status.getValue());
        switch (services.purchases().change(services.caller().get().userId(), seen.id(), change, seen.version())) {
            case LessonOutcome.Changed done -> {
                close();
                Toast.success(words.of("purchases.lesson.changed"));
                changed.run();
            }
            case LessonOutcome.Overlaps overlaps -> {
                start.setErrorMessage(words.of("training.lesson.overlaps"));
                start.setInvalid(true);
            }
            case LessonOutcome.CalledOff calledOff ->
                said.add(new Notice(Notice.Kind.ERROR, words.of("training.lesson.called_off")));
            case LessonOutcome.Stale(var now) -> {
                said.add(new Notice(
                        Notice.Kind.WARNING,
                        words.of("purchases.lesson.stale"),
                        new Paragraph(words.of("purchases.lesson.stale.do"))));
                read(now);
            }
            case LessonOutcome.Unknown gone -> said.add(new Notice(Notice.Kind.ERROR, words.of("purchases.gone")));
        }
    }
}
