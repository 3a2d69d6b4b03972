package dev.gangway.training.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.gangway.base.Message;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Toast;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.Reschedule;
import dev.gangway.training.RescheduleOutcome;
import dev.gangway.training.Reschedules;
import dev.gangway.training.TutoringAction;
import dev.gangway.training.TutoringOutcome;
import dev.gangway.training.TutoringSessions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does with lessons what their people want, asks them first where it cannot be undone, and says what came of it. */
class LessonDesk {

    private final TutoringSessions lessons;
    private final Reschedules reschedules;
    private final CurrentCaller caller;
    private final LessonWords words;
    private Consumer<UUID> changed = lesson -> {};

    LessonDesk(TutoringSessions lessons, Reschedules reschedules, CurrentCaller caller, LessonWords words) {
        this.lessons = lessons;
        this.reschedules = reschedules;
        this.caller = caller;
        this.words = words;
    }

    /** Tells which lesson may be different now. */
    void onChange(Consumer<UUID> listener) {
        changed = listener;
    }

    /** Does it for all students of the lesson whom it fits. */
    void act(Lesson lesson, TutoringAction action) {
        each(
                lesson,
                Deed.fitting(lesson, words.side(), action),
                part -> lessons.act(caller.get(), part.id(), action),
                "lesson.done." + LessonWords.word(action));
    }

    void cancel(Lesson lesson) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(words.of("lesson.cancel.question"));
        question.setText(words.of("lesson.cancel.text", words.who(lesson), words.moment(lesson.startsAt())));
        question.setConfirmText(words.of("lesson.deed.cancel.trainer"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(words.of("lesson.cancel.keep"));
        question.addConfirmListener(click -> act(lesson, TutoringAction.CANCEL));
        question.open();
    }

    void dispute(Lesson lesson) {
        new ReasonDialog(words, lesson, "lesson.dispute", reason -> {
                    each(
                            lesson,
                            Deed.fitting(lesson, words.side(), TutoringAction.DISPUTE),
                            part -> lessons.dispute(caller.get(), part.id(), reason),
                            "lesson.done.dispute");
                    return Optional.empty();
                })
                .open();
    }

    void absence(Lesson lesson) {
        new AbsenceDialog(
                        words,
                        lesson,
                        (parts, absent) -> each(
                                lesson,
                                parts,
                                part -> lessons.absent(caller.get(), part.id(), absent),
                                "lesson.done.absent." + LessonWords.word(absent)))
                .open();
    }

    void reschedule(Lesson lesson) {
        UUID part = lesson.parts().getFirst().id();
        new RescheduleDialog(words, lesson, (startsAt, reason) -> switch (reschedules.ask(
                        caller.get(), part, startsAt, reason)) {
                    case RescheduleOutcome.Done done -> {
                        Toast.success(words.of("lesson.done.reschedule"));
                        changed.accept(lesson.id());
                        yield List.of();
                    }
                    case RescheduleOutcome.Invalid(var problems) ->
                        problems.stream()
                                .map(problem -> words.of(problem.message()))
                                .toList();
                    case RescheduleOutcome.Refused(var why) -> List.of(words.of(why));
                    case RescheduleOutcome.NotYours(), RescheduleOutcome.Unknown() -> List.of(words.of("lesson.gone"));
                })
                .open();
    }

    void approve(Lesson lesson) {
        answer(lesson, reschedules::approve, "lesson.done.approve");
    }

    void decline(Lesson lesson) {
        answer(lesson, reschedules::decline, "lesson.done.decline");
    }

    void withdraw(Lesson lesson) {
        answer(lesson, reschedules::withdraw, "lesson.done.withdraw");
    }

    private void answer(Lesson lesson, BiFunction<Caller, UUID, RescheduleOutcome> answer, String done) {
        Reschedule asked = Objects.requireNonNull(lesson.reschedule());
        switch (answer.apply(caller.get(), asked.id())) {
            case RescheduleOutcome.Done(var now) ->
                Toast.success(words.of(
                        "lesson.done.approve".equals(done) && now.decidedAt() == null ? done + ".some" : done));
            case RescheduleOutcome.Refused(var why) -> Toast.error(words.of(why));
            case RescheduleOutcome.Invalid(var problems) ->
                Toast.error(words.of(problems.getFirst().message()));
            case RescheduleOutcome.NotYours(), RescheduleOutcome.Unknown() -> Toast.error(words.of("lesson.gone"));
        }
        changed.accept(lesson.id());
    }

    private void each(Lesson lesson, List<Part> parts, Function<Part, TutoringOutcome> deed, String done) {
        Optional<Message> failure = parts.stream()
                .map(deed)
                .flatMap(outcome -> failure(outcome).stream())
                .findFirst();
        if (failure.isPresent()) {
            Toast.error(words.of(failure.get()));
        } else {
            Toast.success(words.of(done));
        }
        changed.accept(lesson.id());
    }

    private Optional<Message> failure(TutoringOutcome outcome) {
        return switch (outcome) {
            case TutoringOutcome.Done done -> Optional.empty();
            case TutoringOutcome.WrongState(var status) ->
                Optional.of(Message.of(
                        "training.tutoring.wrong_state",
                        Message.of("training.tutoring.status." + LessonWords.word(status))));
            case TutoringOutcome.TooEarly(Instant startsAt) ->
                Optional.of(Message.of("training.tutoring.too_early", words.moment(startsAt)));
            case TutoringOutcome.NotYours(), TutoringOutcome.Unknown() -> Optional.of(Message.of("lesson.gone"));
        };
    }
}
