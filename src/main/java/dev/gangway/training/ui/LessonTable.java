package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lessons as rows; cards on a phone. */
class LessonTable extends LessonList {

    private final transient LessonWords words;
    private final transient Function<Lesson, Component> actions;
    private final DataTable table;
    private final transient List<NativeTableRow> rows = new ArrayList<>();

    LessonTable(LessonWords words, String caption, Function<Lesson, Component> actions) {
        this.words = words;
        this.actions = actions;
        addClassName("data-list");
        table = new DataTable(
                caption,
                List.of(
                        words.of("lesson.column.when"),
                        words.ofSide("lesson.column.who"),
                        words.of("lesson.column.where"),
                        words.of("lesson.column.status"),
                        words.of("lesson.column.actions")));
        add(table);
    }

    @Override
    void build(List<Lesson> lessons) {
        table.clear();
        rows.clear();
        for (Lesson lesson : lessons) {
            NativeTableRow row = table.add(cells(lesson));
            row.getElement().setAttribute("tabindex", "-1");
            rows.add(row);
        }
    }

    @Override
    void replace(int index, Lesson lesson) {
        List<Component> cells = cells(lesson);
        List<NativeTableCell> places =
                rows.get(index).getChildren().map(NativeTableCell.class::cast).toList();
        for (int i = 0; i < places.size(); i++) {
            places.get(i).removeAll();
            places.get(i).add(cells.get(i));
        }
    }

    @Override
    void focus(int index) {
        rows.get(index).getElement().executeJs("this.focus()");
    }

    private List<Component> cells(Lesson lesson) {
        return List.of(
                when(lesson), who(lesson), new LessonPlace(words, lesson), states(lesson), actions.apply(lesson));
    }

    private Div when(Lesson lesson) {
        Div when = new Div(
                DataTable.text(words.shortDate(words.day(lesson.startsAt())), "data-name"),
                new Span(words.times(lesson)));
        words.elsewhere(lesson).forEach(text -> when.add(DataTable.text(text, "data-details")));
        return when;
    }

    private Div who(Lesson lesson) {
        return new Div(
                DataTable.text(words.who(lesson), "data-name"), DataTable.text(words.course(lesson), "data-details"));
    }

    private Div states(Lesson lesson) {
        Div states = new Div();
        states.addClassName("lesson-row-states");
        boolean isSame = LessonCard.isSameForAll(words, lesson);
        for (Part part : isSame ? lesson.parts().subList(0, 1) : lesson.parts()) {
            if (!isSame) {
                states.add(DataTable.text(part.student().name(), "data-details"));
            }
            states.add(LessonCard.pill(words, part));
        }
        words.remarks(lesson).forEach(text -> states.add(DataTable.text(text, "data-details")));
        RescheduleRemark.of(words, lesson).ifPresent(states::add);
        return states;
    }
}
