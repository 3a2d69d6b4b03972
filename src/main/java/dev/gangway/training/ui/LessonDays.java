package dev.gangway.training.ui;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.training.Lesson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lessons as cards under the day on which they are. */
class LessonDays extends LessonList {

    private final transient LessonWords words;
    private final transient Function<Lesson, LessonCard> card;
    private final transient List<ListItem> places = new ArrayList<>();

    LessonDays(LessonWords words, Function<Lesson, LessonCard> card) {
        this.words = words;
        this.card = card;
        addClassName("lesson-days");
    }

    @Override
    void build(List<Lesson> lessons) {
        removeAll();
        places.clear();
        LocalDate day = LocalDate.MIN;
        UnorderedList cards = new UnorderedList();
        for (Lesson lesson : lessons) {
            if (!words.day(lesson.startsAt()).equals(day)) {
                day = words.day(lesson.startsAt());
                cards = new UnorderedList();
                cards.addClassName("lesson-cards");
                add(new H3(words.date(day)), cards);
            }
            ListItem place = new ListItem(card.apply(lesson));
            places.add(place);
            cards.add(place);
        }
    }

    @Override
    void replace(int index, Lesson lesson) {
        ListItem place = places.get(index);
        place.removeAll();
        place.add(card.apply(lesson));
    }

    @Override
    void focus(int index) {
        places.get(index).getChildren().map(LessonCard.class::cast).forEach(LessonCard::focus);
    }
}
