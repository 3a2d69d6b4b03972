package dev.gangway.training.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.training.Checks;
import dev.gangway.training.Course;
import dev.gangway.training.Versioned;
import dev.gangway.training.VersionedOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes or renames a course. */
class CourseDialog extends VersionedDialog<Course> {

    private final transient TrainerServices services;
    private final TextField id = errors.at("id", inputs.text("trainers.id"));
    private final TextField name = errors.at("name", inputs.text("trainers.name"));

    CourseDialog(@Nullable Versioned<Course> course, TrainerServices services, TrainingWords words, Runnable changed) {
        super(
                course == null
                        ? words.of("trainers.course.new")
                        : words.of("trainers.change.named", course.value().name()),
                "trainers.saved",
                words,
                changed);
        this.services = services;
        id.setHelperText(words.of("trainers.id.help"));
        ask(id, name);
        if (course != null) {
            id.setReadOnly(true);
            id.setValue(course.value().id());
            read(course);
        }
    }

    @Override
    protected Course write(Checks checks) {
        return new Course(checks.text("id", id.getValue()), checks.text("name", name.getValue()));
    }

    @Override
    protected VersionedOutcome<Course> put(Course value, @Nullable Integer seen) {
        return services.courses().put(services.caller().get().userId(), value, seen);
    }

    @Override
    protected List<VersionedField<Course>> parts() {
        return List.of(new VersionedField<>(words.of("trainers.name"), Course::name, it -> name.setValue(it.name())));
    }
}
