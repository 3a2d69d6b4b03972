package dev.gangway.training;

import java.util.List;

/** Some lessons in a row, and whether there are others beyond the last of them. */
public record LessonPage(List<Lesson> lessons, boolean hasMore) {

    public LessonPage {
        lessons = List.copyOf(lessons);
    }
}
