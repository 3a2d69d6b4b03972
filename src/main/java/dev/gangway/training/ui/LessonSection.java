package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.gangway.training.Lesson;
import dev.gangway.training.LessonPage;
import dev.gangway.training.LessonSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The lessons of one stretch of time under a heading, page after page. */
class LessonSection extends Section {

    private static final int PAGE = 18;

    private final transient LessonList list;
    private final transient Supplier<LessonSpan> span;
    private final transient BiFunction<LessonSpan, Integer, LessonPage> read;
    private final Paragraph none;
    private final Button more;
    private final transient List<Lesson> shown = new ArrayList<>();

    /**
     * @param none what to say where there is nothing
     * @param span which stretch of time that is at present
     * @param read reads at most so many lessons of it
     */
    LessonSection(
            String title,
            String none,
            String more,
            LessonList list,
            Supplier<LessonSpan> span,
            BiFunction<LessonSpan, Integer, LessonPage> read) {
        this.list = list;
        this.span = span;
        this.read = read;
        this.none = new Paragraph(none);
        this.none.addClassName("quiet");
        this.more = new Button(more, click -> more());
        addClassName("lesson-section");
        add(new H2(title), this.none, list, this.more);
    }

    /** Reads again as much as is shown. */
    void refresh() {
        int students = shown.stream().mapToInt(lesson -> lesson.parts().size()).sum();
        shown.clear();
        show(read.apply(span.get(), Math.max(PAGE, students)));
    }

    private void more() {
        int before = shown.size();
        show(read.apply(span.get().beyond(shown.getLast()), PAGE));
        if (shown.size() > before) {
            list.focus(shown.get(before).id());
        }
    }

    private void show(LessonPage page) {
        shown.addAll(page.lessons());
        list.show(shown);
        list.setVisible(!shown.isEmpty());
        none.setVisible(shown.isEmpty());
        more.setVisible(page.hasMore());
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    boolean focus(UUID lesson) {
        return list.focus(lesson);
    }
}
