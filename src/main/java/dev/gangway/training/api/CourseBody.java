package dev.gangway.training.api;

import dev.gangway.training.Checks;
import dev.gangway.training.Course;
import dev.gangway.training.Versioned;
import org.jspecify.annotations.Nullable;

/** A course as it is sent. */
@CamelCase
record CourseBody(@Nullable String name, @Nullable Integer version) {

    Course read(String id, Checks checks) {
        return new Course(checks.text("id", id), checks.text("name", name));
    }

    /** A course as it is answered. */
    @CamelCase
    record Answer(String id, String name, int version) {

        static Answer of(Versioned<Course> course) {
            return new Answer(course.value().id(), course.value().name(), course.version());
        }
    }
}
