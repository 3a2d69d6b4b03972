package dev.gangway.training;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A person's calendar at one moment.
 *
 * @param language what its texts are in
 * @param lessons in the order of time
 * @param version another one whenever anything in it is another, in hexadecimal digits
 * @param changedAt since when it has this version, as far as calendars that fetched it can know
 */
public record OpenedCalendar(Locale language, List<CalendarLesson> lessons, String version, Instant changedAt) {

    public OpenedCalendar {
        lessons = List.copyOf(lessons);
    }
}
