package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import dev.gangway.training.Lesson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Lessons one after another. What did not change stays as it is on the page, so that nobody's focus is lost because somebody else
 * did something.
 */
abstract class LessonList extends Div {

    private final transient List<Lesson> shown = new ArrayList<>();

    /** A lesson at its time: one that has moved stands somewhere else. */
    private record Slot(UUID id, Instant startsAt) {

        static List<Slot> of(List<Lesson> lessons) {
            return lessons.stream()
                    .map(lesson -> new Slot(lesson.id(), lesson.startsAt()))
                    .toList();
        }
    }

    /** Shows these and no others. */
    final void show(List<Lesson> lessons) {
        if (Slot.of(lessons).equals(Slot.of(shown))) {
            for (int i = 0; i < lessons.size(); i++) {
                if (!lessons.get(i).equals(shown.get(i))) {
                    replace(i, lessons.get(i));
                }
            }
        } else {
            build(lessons);
        }
        shown.clear();
        shown.addAll(lessons);
    }

    /** Brings whoever works with the keyboard back to a lesson that they did something with; false where it is not here. */
    final boolean focus(UUID lesson) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(lesson)) {
                focus(i);
                return true;
            }
        }
        return false;
    }

    /** Shows all of them anew. */
    abstract void build(List<Lesson> lessons);

    /** Shows one of them anew. */
    abstract void replace(int index, Lesson lesson);

    /** Moves the focus to one of them. */
    abstract void focus(int index);
}
