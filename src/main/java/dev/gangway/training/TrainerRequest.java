package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trainer as they were sent or typed, with whatever is wrong about them.
 *
 * @param home null: not known, so that they can give online lessons only
 * @param worksFrom a time such as 08:30
 * @param worksTo a time after that; 24:00 is midnight
 */
public record TrainerRequest(
        String id,
        @Nullable String zoneId,
        @Nullable Home home,
        @Nullable List<@Nullable String> courseIds,
        @Nullable Integer capacity,
        @Nullable Boolean active,
        @Nullable String worksFrom,
        @Nullable String worksTo,
        @Nullable String timeZone) {

    private static final int MOST_COURSES = 3;
    private static final int MOST_PURCHASES = 1000;

    /** Where they live, as sent. */
    public record Home(@Nullable Double latitude, @Nullable Double longitude) {}

    /** The trainer; null where something is wrong. */
    public @Nullable Trainer read(Checks checks) {
        String cleanId = checks.text("id", id);
        String zone = checks.text("zoneId", zoneId);
        Place place = home == null ? null : checks.place("home", home.latitude(), home.longitude());
        List<String> courses = courses(checks);
        int most = checks.whole("capacity", capacity, 0, MOST_PURCHASES);
        boolean isActive = checks.flag("active", active);
        WorkingHours hours = hours(checks);
        ZoneId clock = checks.timeZone("timeZone", timeZone);
        return hours == null || !checks.problems().isEmpty()
                ? null
                : new Trainer(new UserId(cleanId), zone, place, courses, most, isActive, hours, clock);
    }

    private List<String> courses(Checks checks) {
        List<String> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<@Nullable String> sent = courseIds;
        if (sent == null) {
            checks.wrong("courseIds", "problem.field.required");
            return read;
        }
        if (sent.size() > MOST_COURSES) {
            checks.wrong("courseIds", "training.trainer.courses", MOST_COURSES);
            return read;
        }
        for (int i = 0; i < sent.size(); i++) {
            String course = checks.text("courseIds." + i, sent.get(i));
            if (!seen.add(course)) {
                checks.wrong("courseIds." + i, "training.trainer.course_twice");
            }
            read.add(course);
        }
        return read;
    }

    private @Nullable WorkingHours hours(Checks checks) {
        String from = worksFrom;
        String to = worksTo;
        if (from == null || to == null) {
            checks.wrong("workingHours", "problem.field.required");
            return null;
        }
        Optional<Integer> begin = WorkingHours.minute(from);
        Optional<Integer> end = WorkingHours.minute(to);
        if (begin.isEmpty()) {
            checks.wrong("workingHours.from", "training.time");
        }
        if (end.isEmpty()) {
            checks.wrong("workingHours.to", "training.time");
        }
        if (begin.isEmpty() || end.isEmpty()) {
            return null;
        }
        if (begin.get() >= end.get()) {
            checks.wrong("workingHours", "training.trainer.hours");
            return null;
        }
        return new WorkingHours(begin.get(), end.get());
    }
}
