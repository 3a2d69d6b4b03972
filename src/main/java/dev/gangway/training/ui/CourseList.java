package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.Course;
import dev.gangway.training.Versioned;
import java.util.List;

/** All courses, to make and rename. */
class CourseList extends Div {

    private static final int PAGE = 50;

    private final transient TrainerServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final Paragraph none = new Paragraph(words.of("trainers.courses.none"));
    private final DataTable table;
    private final Button more = new Button(words.of("purchases.more"), click -> load());
    private String last = "";

    CourseList(TrainerServices services) {
        this.services = services;
        addClassName("data-list");
        Button create = new Button(
                words.of("trainers.course.new"),
                click -> new CourseDialog(null, services, words, this::refresh).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        table = new DataTable(
                words.of("trainers.courses"),
                List.of(words.of("purchases.course"), words.of("trainers.id"), words.of("trainers.actions")));
        add(new Div(create), none, table, more);
        refresh();
    }

    private void refresh() {
        table.clear();
        last = "";
        load();
    }

    private void load() {
        List<Versioned<Course>> page = services.courses().page(last, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::show);
        more.setVisible(page.size() > PAGE);
        none.setVisible(last.isEmpty());
        table.setVisible(!last.isEmpty());
    }

    private void show(Versioned<Course> versioned) {
        Course course = versioned.value();
        last = course.id();
        Button change = new Button(
                words.of("trainers.change"),
                click -> services.courses()
                        .find(course.id())
                        .ifPresent(found -> new CourseDialog(found, services, words, this::refresh).open()));
        change.addThemeVariants(ButtonVariant.SMALL);
        change.setAriaLabel(words.of("trainers.change.named", course.name()));
        table.add(List.of(DataTable.text(course.name(), "data-name"), DataTable.text(course.id(), "data-id"), change));
    }
}
