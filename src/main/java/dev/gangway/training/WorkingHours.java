package dev.gangway.training;

import java.time.Instant;
import java.time.ZoneId;
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

    private static final long MINUTE = 60;
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
        // In plain numbers: it is asked about every slot of every candidate.
        long start = localSecond(slot.startsAt(), zone);
        long end = localSecond(slot.endsAt(), zone);
        long midnight = Math.floorDiv(start, DAY * MINUTE) * DAY * MINUTE;
        return start >= midnight + fromMinute * MINUTE && end >= midnight && end <= midnight + toMinute * MINUTE;
    }

    private static long localSecond(Instant moment, ZoneId zone) {
        return moment.getEpochSecond() + zone.getRules().getOffset(moment).getTotalSeconds();
    }
}
