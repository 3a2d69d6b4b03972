package dev.gangway.training.ui;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.ui.TypedText;
import dev.gangway.training.Checks;
import dev.gangway.training.LessonChange;
import dev.gangway.training.LessonOutcome;
import dev.gangway.training.PurchaseSession;
import dev.gangway.training.PurchaseSessionStatus;
import dev.gangway.training.Versioned;
import dev.gangway.training.VersionedOutcome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Changes a lesson of a purchase; whoever sees the lesson sees the change. */
class LessonDialog extends VersionedDialog<PurchaseSession> {

    private static final int LONGEST = 480;

    private final transient PurchaseServices services;
    private final transient PurchaseSession lesson;
    private final DateTimePicker start;
    private final IntegerField minutes;
    private final Select<PurchaseSessionStatus> status = errors.at("status", new Select<>());
    private transient Instant shown;

    LessonDialog(PurchaseSession lesson, PurchaseServices services, TrainingWords words, Runnable changed) {
        super(
                words.of("purchases.lesson.change.named", lesson.sessionNumber()),
                "purchases.lesson.changed",
                words,
                changed);
        this.services = services;
        this.lesson = lesson;
        this.shown = lesson.startsAt();
        start = errors.at("startsAt", new DateInputs(words, services.texts()).dateTime("purchases.lesson.when"));
        start.setHelperText(
                words.of("purchases.lesson.when.help", words.moments().zone()));
        minutes = errors.at("durationMinutes", inputs.whole("purchases.lesson.duration"));
        minutes.setMin(1);
        minutes.setMax(LONGEST);
        status.setLabel(words.of("purchases.lesson.status"));
        status.setItems(PurchaseSessionStatus.values());
        status.setItemLabelGenerator(this::name);
        ask(start, minutes, status);
        read(versioned(lesson));
    }

    @Override
    protected @Nullable PurchaseSession write(Checks checks) {
        @Nullable LocalDateTime when = start.getValue();
        if (when == null) {
            checks.wrong("startsAt", TypedText.isUnreadable(start) ? "field.not_date_time" : "problem.field.required");
            return null;
        }
        return new PurchaseSession(
                lesson.id(),
                lesson.sessionNumber(),
                lesson.trainerId(),
                instant(when),
                checks.whole("durationMinutes", minutes.getValue(), 1, LONGEST),
                lesson.type(),
                status.getValue(),
                lesson.version());
    }

    @Override
    protected VersionedOutcome<PurchaseSession> put(PurchaseSession value, @Nullable Integer seen) {
        LessonChange change = new LessonChange(value.startsAt(), value.durationMinutes(), value.status());
        return switch (services.purchases().change(services.caller().get().userId(), lesson.id(), change, seen)) {
            case LessonOutcome.Changed(var now) -> new VersionedOutcome.Saved<>(versioned(now), false);
            case LessonOutcome.Overlaps overlaps -> wrong("startsAt", "training.lesson.overlaps");
            case LessonOutcome.CalledOff calledOff -> wrong("status", "training.lesson.called_off");
            case LessonOutcome.Stale(var now) -> new VersionedOutcome.Stale<>(versioned(now));
            case LessonOutcome.Unknown gone -> new VersionedOutcome.Gone<>();
        };
    }

    @Override
    protected List<VersionedField<PurchaseSession>> parts() {
        return List.of(
                new VersionedField<>(
                        words.of("purchases.lesson.when"),
                        PurchaseSession::startsAt,
                        it -> words.when(it.startsAt()),
                        it -> show(it.startsAt())),
                new VersionedField<>(
                        words.of("purchases.lesson.duration"),
                        it -> String.valueOf(it.durationMinutes()),
                        it -> minutes.setValue(it.durationMinutes())),
                new VersionedField<>(
                        words.of("purchases.lesson.status"),
                        it -> name(it.status()),
                        it -> status.setValue(it.status())));
    }

    private void show(Instant when) {
        shown = when;
        start.setValue(local(when));
    }

    /** What is still shown stays the moment it was: in the hour that clocks go through twice, the words alone do not say which. */
    private Instant instant(LocalDateTime when) {
        return when.equals(local(shown))
                ? shown
                : when.atZone(words.moments().zone()).toInstant();
    }

    private LocalDateTime local(Instant when) {
        return LocalDateTime.ofInstant(when, words.moments().zone());
    }

    private String name(PurchaseSessionStatus each) {
        return words.of("purchases.lesson.status." + each.name().toLowerCase(Locale.ROOT));
    }

    private static Versioned<PurchaseSession> versioned(PurchaseSession lesson) {
        return new Versioned<>(lesson, lesson.version());
    }

    private static VersionedOutcome<PurchaseSession> wrong(String field, String key) {
        return new VersionedOutcome.Invalid<>(List.of(FieldProblem.of(field, key)));
    }
}
