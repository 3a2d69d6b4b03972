package dev.gangway.training.ui;

import com.vaadin.flow.component.UI;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Moments;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.training.LessonTopics;
import dev.gangway.training.Lessons;
import dev.gangway.training.Reschedules;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringSessions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes the boards of both pages, which differ only in the side that somebody looks from. */
@Component
class LessonBoards {

    private final Lessons lessons;
    private final TutoringSessions tutoring;
    private final Reschedules reschedules;
    private final LiveChanges live;
    private final CurrentCaller caller;
    private final Texts texts;
    private final Clock clock;

    LessonBoards(
            Lessons lessons,
            TutoringSessions tutoring,
            Reschedules reschedules,
            LiveChanges live,
            CurrentCaller caller,
            Texts texts,
            Clock clock) {
        this.lessons = lessons;
        this.tutoring = tutoring;
        this.reschedules = reschedules;
        this.live = live;
        this.caller = caller;
        this.texts = texts;
        this.clock = clock;
    }

    /** The words for whoever is at the page: in the time zone of their profile, else in that of their browser. */
    LessonWords words(Side side) {
        Moments here = Moments.at(UI.getCurrent());
        return lessons.zone(caller.get().userId(), side)
                .map(zone -> new LessonWords(texts, new Moments(zone, here.locale()), side))
                .orElseGet(() -> new LessonWords(texts, here, side));
    }

    /** A board that follows what the other side does. */
    LessonBoard board(LessonWords words, String address) {
        UserId person = caller.get().userId();
        LessonBoard board = new LessonBoard(
                lessons, words, new LessonDesk(tutoring, reschedules, caller, words), person, address, clock);
        new Following(board, live, LessonTopics.CHANGED, person.value(), change -> board.refresh());
        return board;
    }
}
