package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;

/** One lesson: when, with whom, what and where, how it stands, and what can be done. */
class LessonCard extends Div implements Focusable<Div> {

    private final transient LessonWords words;

    /**
     * @param when what stands where it begins: the time, with the day where that is not above it
     * @param actions what can be done
     */
    LessonCard(LessonWords words, Lesson lesson, String when, Component actions) {
        this.words = words;
        addClassNames("card", "lesson-card");
        setTabIndex(-1);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.line(lesson));
        Paragraph time = new Paragraph(when);
        time.addClassName("lesson-time");
        Div moment = new Div(time);
        words.elsewhere(lesson).forEach(text -> moment.add(quiet(text)));
        Paragraph who = new Paragraph(words.who(lesson));
        who.addClassName("lesson-who");
        Div what = new Div(who, quiet(words.course(lesson)), new LessonPlace(words, lesson));
        what.addClassName("lesson-what");
        Div body = new Div(what, states(lesson));
        body.addClassName("lesson-body");
        Div rest = new Div(body);
        rest.addClassName("lesson-rest");
        words.remarks(lesson).forEach(text -> rest.add(quiet(text)));
        RescheduleRemark.of(words, lesson).ifPresent(rest::add);
        rest.add(actions);
        add(moment, rest);
    }

    private Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("quiet");
        return paragraph;
    }

    /** One for all where it is the same for all, else one for each student. */
    private Component states(Lesson lesson) {
        if (isSameForAll(words, lesson)) {
            return pill(words, lesson.parts().getFirst());
        }
        UnorderedList states = new UnorderedList();
        states.addClassName("lesson-states");
        for (Part part : lesson.parts()) {
            states.add(new ListItem(new Span(part.student().name()), pill(words, part)));
        }
        return states;
    }

    static boolean isSameForAll(LessonWords words, Lesson lesson) {
        return lesson.parts().stream().map(words::status).distinct().count() == 1;
    }

    static Span pill(LessonWords words, Part part) {
        Span pill = new Span(words.status(part));
        pill.addClassNames("pill", "lesson-" + LessonWords.word(part.status()));
        return pill;
    }
}
