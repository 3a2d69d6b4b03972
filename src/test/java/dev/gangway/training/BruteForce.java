package dev.gangway.training;

import dev.gangway.base.UserId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom the specification gives to a booking, found by looking at every zone and at every trainer with every lesson of theirs.
 * Written from the specification alone: nothing of how the product measures, plans, checks or chooses is used, only its records.
 */
final class BruteForce {

    private static final double RADIUS_MILLIMETRES = 6_371_008_800.0;
    private static final Duration LESSON = Duration.ofMinutes(40);

    private final List<Zone> zones;
    private final Map<UserId, Person> people = new LinkedHashMap<>();
    private int assignments;

    /** From one moment to another. */
    private record Span(Instant from, Instant to) {

        boolean meets(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    private static final class Person {
        private final Trainer trainer;
        private final List<Span> lessons = new ArrayList<>();
        private int purchases;
        private int lastAssigned;

        Person(Trainer trainer) {
            this.trainer = trainer;
        }
    }

    /**
     * What is decided.
     *
     * @param zone null: none covers the place
     * @param trainer null: nobody can
     */
    record Decision(@Nullable Zone zone, @Nullable UserId trainer) {

        AssignmentResult result() {
            if (zone == null) {
                return AssignmentResult.SERVICE_NOT_AVAILABLE;
            }
            return trainer == null ? AssignmentResult.WAITLISTED : AssignmentResult.ASSIGNED;
        }
    }

    BruteForce(List<Zone> zones) {
        this.zones = List.copyOf(zones);
    }

    void add(Trainer trainer) {
        people.put(trainer.id(), new Person(trainer));
    }

    /** Who should give these lessons; changes nothing. */
    Decision decide(BookingRequest wanted) {
        double latitude = Objects.requireNonNull(wanted.latitude());
        double longitude = Objects.requireNonNull(wanted.longitude());
        Optional<Zone> zone = zones.stream()
                .filter(Zone::active)
                .filter(each -> away(each.centre(), latitude, longitude) <= reach(each))
                .min(Comparator.<Zone>comparingLong(each -> away(each.centre(), latitude, longitude))
                        .thenComparing(Zone::id));
        if (zone.isEmpty()) {
            return new Decision(null, null);
        }
        List<Span> lessons = lessons(wanted, zone.get().timeZone());
        boolean isOffline = "HYBRID".equals(wanted.classType()) || "OFFLINE".equals(wanted.lessonType());
        Comparator<Person> better = isOffline
                ? Comparator.comparingLong(
                        each -> away(Objects.requireNonNull(each.trainer.home()), latitude, longitude))
                : Comparator.comparingInt(each -> each.purchases);
        return new Decision(
                zone.get(),
                people.values().stream()
                        .filter(each -> each.trainer.active()
                                && each.trainer.zoneId().equals(zone.get().id())
                                && each.trainer.courseIds().contains(wanted.courseId()))
                        .filter(each -> each.purchases < each.trainer.capacity())
                        .filter(each -> !isOffline || reaches(each.trainer, zone.get(), latitude, longitude))
                        .filter(each -> lessons.stream().allMatch(lesson -> works(each.trainer, lesson)))
                        .filter(each -> lessons.stream()
                                .noneMatch(lesson -> each.lessons.stream().anyMatch(lesson::meets)))
                        .min(better.thenComparingInt(each -> each.lastAssigned)
                                .thenComparing(each -> each.trainer.id().value()))
                        .map(each -> each.trainer.id())
                        .orElse(null));
    }

    /** Remembers that the decision was carried out. */
    void carriedOut(BookingRequest wanted, Decision decision) {
        if (decision.zone() != null && decision.trainer() != null) {
            Person person = Objects.requireNonNull(people.get(decision.trainer()));
            person.lessons.addAll(lessons(wanted, decision.zone().timeZone()));
            person.purchases++;
            person.lastAssigned = ++assignments;
        }
    }

    private static boolean reaches(Trainer trainer, Zone zone, double latitude, double longitude) {
        Place home = trainer.home();
        return home != null && away(home, latitude, longitude) <= reach(zone);
    }

    private static long reach(Zone zone) {
        return Math.round(zone.radiusKm() * 1_000_000);
    }

    /** The angle between two vectors from the middle of the globe, times its radius. */
    private static long away(Place place, double latitude, double longitude) {
        double[] a = vector(place.latitude(), place.longitude());
        double[] b = vector(latitude, longitude);
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.round(RADIUS_MILLIMETRES * Math.atan2(Math.sqrt(x * x + y * y + z * z), dot));
    }

    private static double[] vector(double latitude, double longitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new double[] {Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)};
    }

    /** Day by day: each weekday once, or each Sunday twice back to back, until there are enough. */
    private static List<Span> lessons(BookingRequest wanted, ZoneId zone) {
        boolean onSundays = "SUNDAY_ONLY".equals(wanted.deliveryMode());
        int total = Objects.requireNonNull(wanted.totalSessions());
        List<Span> lessons = new ArrayList<>();
        for (LocalDate day = LocalDate.parse(wanted.startDate()); lessons.size() < total; day = day.plusDays(1)) {
            DayOfWeek name = day.getDayOfWeek();
            if (onSundays ? name == DayOfWeek.SUNDAY : name != DayOfWeek.SATURDAY && name != DayOfWeek.SUNDAY) {
                Instant begin = at(day.atTime(LocalTime.parse(wanted.preferredTimeSlot())), zone);
                lessons.add(new Span(begin, begin.plus(LESSON)));
                if (onSundays) {
                    lessons.add(new Span(begin.plus(LESSON), begin.plus(LESSON).plus(LESSON)));
                }
            }
        }
        return lessons;
    }

    /** A time that the clocks leave out is as long after their change as it would have been; of two, it is the first. */
    private static Instant at(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return local.toInstant(
                offsets.isEmpty() ? zone.getRules().getTransition(local).getOffsetBefore() : offsets.getFirst());
    }

    /** Within the hours of the day on which it begins, by the trainer's clock. */
    private static boolean works(Trainer trainer, Span lesson) {
        LocalDateTime begin = LocalDateTime.ofInstant(lesson.from(), trainer.timeZone());
        LocalDateTime end = LocalDateTime.ofInstant(lesson.to(), trainer.timeZone());
        LocalDateTime midnight = begin.toLocalDate().atStartOfDay();
        return !begin.isBefore(midnight.plusMinutes(trainer.hours().fromMinute()))
                && !end.isAfter(midnight.plusMinutes(trainer.hours().toMinute()));
    }
}
