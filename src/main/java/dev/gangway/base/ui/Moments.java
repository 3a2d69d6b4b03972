package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words points in time as the person at a page reads them.
 *
 * @param zone where the person is, by the browser
 * @param locale how the person writes dates
 */
public record Moments(ZoneId zone, Locale locale) {

    /** For the person at a page; UTC where the browser does not say where it is. */
    public static Moments at(UI ui) {
        return new Moments(zone(ui.getPage().getExtendedClientDetails().getTimeZoneId()), ui.getLocale());
    }

    /** Hours and minutes: 10:42. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone).format(moment);
    }

    /** Hours and minutes of today, else date and time. */
    public String timeOrDate(Instant moment, Instant now) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return day.equals(now.atZone(zone).toLocalDate()) ? time(moment) : dateAndTime(moment);
    }

    /** Date and time: 21 Nov 2026, 10:42. */
    public String dateAndTime(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(moment)
                + ", " + time(moment);
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
