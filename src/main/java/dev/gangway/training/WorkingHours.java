package dev.gangway.training;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a trainer works on each day, in the trainer's own time zone.
 *
 * @param fromMinute minute of the day, 0 to 1,439
 * @param toMinute minute of the day, after the first, at most 1,440 (midnight)
 */
public record WorkingHours(int fromMinute, int toMinute) {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");

    /**
     * @throws IllegalArgumentException where they do not lie within a day in this order
     */
    public WorkingHours {
        if (fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new IllegalArgumentException("Working hours begin before they end, within one day");
        }
    }

    /** The minute of the day of a time like {@code 08:30}; {@code 24:00} is midnight at the end of the day. */
    public static Optional<Integer> minute(String time) {
        if ("24:00".equals(time)) {
            return Optional.of(DAY);
        }
        Matcher matcher = TIME.matcher(time);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)) * HOUR + Integer.parseInt(matcher.group(2)))
                : Optional.empty();
    }

    /** A minute of the day as {@link #minute} reads it. */
    public static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
    }

    /** Whether a lesson lies within the hours of one day. */
    public boolean hold(Slot slot, ZoneId zone) {
        ZonedDateTime start = slot.startsAt().atZone(zone);
        ZonedDateTime end = slot.endsAt().atZone(zone);
        boolean untilMidnight = end.toLocalTime().toSecondOfDay() == 0
                && end.toLocalDate().equals(start.toLocalDate().plusDays(1));
        double endMinute = untilMidnight ? DAY : minutes(end);
        return minutes(start) >= fromMinute
                && endMinute <= toMinute
                && (untilMidnight || end.toLocalDate().equals(start.toLocalDate()));
    }

    private static double minutes(ZonedDateTime time) {
        return time.toLocalTime().toSecondOfDay() / (double) HOUR;
    }
}
