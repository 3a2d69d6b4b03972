package dev.gangway.training.api;

import dev.gangway.base.UserId;
import dev.gangway.training.Place;
import dev.gangway.training.Trainer;
import dev.gangway.training.Versioned;
import dev.gangway.training.WorkingHours;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trainer as they are sent.
 *
 * @param userId the account; left out, it is the one of the address
 * @param home left out: not known, so that they can give online lessons only
 */
@CamelCase
record TrainerBody(
        @Nullable String userId,
        @Nullable String zoneId,
        @Nullable PlaceBody home,
        @Nullable List<@Nullable String> courseIds,
        @Nullable Integer capacity,
        @Nullable Boolean active,
        @Nullable HoursBody workingHours,
        @Nullable String timeZone,
        @Nullable Integer version) {

    private static final int MOST_COURSES = 3;
    private static final int MOST_PURCHASES = 1000;

    /** Working hours as times of the day, such as 08:30; the end may be 24:00. */
    @CamelCase
    record HoursBody(@Nullable String from, @Nullable String to) {}

    /** The trainer; null where something is wrong. */
    @Nullable Trainer read(String id, Checks checks) {
        String cleanId = checks.text("id", id);
        if (userId != null && !userId.equals(id)) {
            checks.wrong("userId", "training.trainer.other_id");
        }
        String zone = checks.text("zoneId", zoneId);
        Place place = home == null ? null : checks.place("home", home);
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
        String from = workingHours == null ? null : workingHours.from();
        String to = workingHours == null ? null : workingHours.to();
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

    /** A trainer as they are answered. */
    @CamelCase
    record Answer(
            String userId,
            String zoneId,
            @Nullable PlaceBody home,
            List<String> courseIds,
            int capacity,
            boolean active,
            HoursBody workingHours,
            String timeZone,
            int version) {

        static Answer of(Versioned<Trainer> versioned) {
            Trainer trainer = versioned.value();
            return new Answer(
                    trainer.id().value(),
                    trainer.zoneId(),
                    PlaceBody.of(trainer.home()),
                    trainer.courseIds(),
                    trainer.capacity(),
                    trainer.active(),
                    new HoursBody(
                            WorkingHours.time(trainer.hours().fromMinute()),
                            WorkingHours.time(trainer.hours().toMinute())),
                    trainer.timeZone().getId(),
                    versioned.version());
        }
    }
}
