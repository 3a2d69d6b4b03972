package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.training.Lesson;
import dev.gangway.training.TutoringAction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The buttons of a lesson: what whoever looks may do with it now. */
class LessonButtons {

    private final LessonWords words;
    private final LessonDesk desk;
    private final UserId person;
    private final Clock clock;
    private final Supplier<Instant> tomorrow;

    LessonButtons(LessonWords words, LessonDesk desk, UserId person, Clock clock, Supplier<Instant> tomorrow) {
        this.words = words;
        this.desk = desk;
        this.person = person;
        this.clock = clock;
        this.tomorrow = tomorrow;
    }

    Component of(Lesson lesson) {
        List<Deed> deeds = Deed.of(lesson, words.side(), person, clock.instant(), tomorrow.get());
        Div buttons = new Div();
        buttons.addClassName("row-actions");
        deeds.forEach(deed -> buttons.add(button(lesson, deed)));
        buttons.setVisible(!deeds.isEmpty());
        return buttons;
    }

    private Button button(Lesson lesson, Deed deed) {
        String text = words.ofSide("lesson.deed." + LessonWords.word(deed));
        Button button = new ActionButton(text, words.of("player.busy"), click -> take(lesson, deed));
        button.setAriaLabel(words.of("lesson.deed.of", text, words.line(lesson)));
        button.addThemeVariants(deed.isFirst() ? ButtonVariant.PRIMARY : ButtonVariant.TERTIARY);
        return button;
    }

    private void take(Lesson lesson, Deed deed) {
        switch (deed) {
            case START -> desk.act(lesson, TutoringAction.START);
            case COMPLETE -> desk.act(lesson, TutoringAction.COMPLETE);
            case CONFIRM -> desk.act(lesson, TutoringAction.CONFIRM);
            case CANCEL -> desk.cancel(lesson);
            case DISPUTE -> desk.dispute(lesson);
            case ABSENCE -> desk.absence(lesson);
            case RESCHEDULE -> desk.reschedule(lesson);
            case APPROVE -> desk.approve(lesson);
            case DECLINE -> desk.decline(lesson);
            case WITHDRAW -> desk.withdraw(lesson);
        }
    }
}
