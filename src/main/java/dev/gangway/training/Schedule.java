package dev.gangway.training;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the lessons of a booking: 40 minutes each, at the same wall-clock time on every day, also over a change to or
 * from daylight-saving time. A time that is left out by such a change moves on by the gap, one that comes twice is the first.
 */
public final class Schedule {

    /** How long a lesson is. */
    public static final Duration LESSON = Duration.ofMinutes(40);

    /** So many lessons of a hybrid course are online before online and offline take turns, offline first. */
    private static final int ONLINE_AT_FIRST = 6;

    private static final int ON_A_SUNDAY = 2;

    private Schedule() {}

    /** The lessons of a booking, in the order of time. */
    public static List<Slot> of(Booking booking, ZoneId zone) {
        return from(booking, booking.startDate(), zone);
    }

    /** The same for a booking that waited beyond its start: the first day that is not before now. */
    static List<Slot> notBefore(Instant now, Booking booking, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate start = booking.startDate().isBefore(today) ? today : booking.startDate();
        List<Slot> slots = from(booking, start, zone);
        return slots.getFirst().startsAt().isBefore(now) ? from(booking, start.plusDays(1), zone) : slots;
    }

    private static List<Slot> from(Booking booking, LocalDate start, ZoneId zone) {
        List<Slot> slots = new ArrayList<>();
        LocalDate day = firstDay(booking.deliveryMode(), start);
        while (slots.size() < booking.totalSessions()) {
            Instant begin = day.atTime(booking.preferredTimeSlot()).atZone(zone).toInstant();
            int lessons = booking.deliveryMode() == DeliveryMode.SUNDAY_ONLY ? ON_A_SUNDAY : 1;
            for (int lesson = 0; lesson < lessons; lesson++) {
                int number = slots.size() + 1;
                slots.add(new Slot(number, begin.plus(LESSON.multipliedBy(lesson)), LESSON, type(booking, number)));
            }
            day = nextDay(booking.deliveryMode(), day);
        }
        return slots;
    }

    private static LocalDate firstDay(DeliveryMode mode, LocalDate start) {
        if (mode == DeliveryMode.SUNDAY_ONLY) {
            return start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        }
        return isWeekend(start) ? start.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : start;
    }

    private static LocalDate nextDay(DeliveryMode mode, LocalDate day) {
        return mode == DeliveryMode.SUNDAY_ONLY ? day.plusWeeks(1) : firstDay(mode, day.plusDays(1));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
    }

    private static LessonType type(Booking booking, int number) {
        if (booking.classType() != ClassType.HYBRID) {
            return booking.lessonType();
        }
        boolean isOnline = number <= ONLINE_AT_FIRST || (number - ONLINE_AT_FIRST) % 2 == 0;
        return isOnline ? LessonType.ONLINE : LessonType.OFFLINE;
    }
}
