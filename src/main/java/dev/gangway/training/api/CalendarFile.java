package dev.gangway.training.api;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.training.CalendarLesson;
import dev.gangway.training.OpenedCalendar;
import dev.gangway.training.Place;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;

/**
 * Writes a calendar as iCalendar (RFC 5545, with the name and the refresh interval of RFC 7986). Times are instants in UTC,
 * which every calendar shows in the zone that its owner is in, on both sides of a daylight-saving change.
 */
@Component
class CalendarFile {

    static final String MEDIA_TYPE = "text/calendar;charset=UTF-8";

    private static final Duration REFRESHED = Duration.ofHours(1);

    /** RFC 5545, 3.1: octets of a line, its end not counted. */
    private static final int LONGEST_LINE = 75;

    private final Texts texts;

    CalendarFile(Texts texts) {
        this.texts = texts;
    }

    byte[] of(OpenedCalendar opened) {
        String name = texts.of(Message.of("calendar.name"), opened.language());
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(
                "-//Gangway//Lessons//" + opened.language().getLanguage().toUpperCase(Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name)); // what calendars read that are older than NAME
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESHED));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESHED.toString()));
        opened.lessons().forEach(lesson -> calendar.add(event(lesson, opened.language())));
        return folded(calendar.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private VEvent event(CalendarLesson lesson, Locale language) {
        VEvent event = new VEvent(false);
        event.add(new Uid(lesson.id().toString()));
        event.add(new DtStamp(lesson.updatedAt()));
        event.add(new Created(lesson.createdAt()));
        event.add(new LastModified(lesson.updatedAt()));
        event.add(new Sequence(lesson.sequence()));
        event.add(new DtStart<>(lesson.startsAt()));
        event.add(new DtEnd<>(lesson.endsAt()));
        event.add(new Summary(summary(lesson, language)));
        event.add(new Description(texts.of(Message.of("calendar.number", lesson.number(), lesson.total()), language)));
        Place place = lesson.place();
        if (place == null) {
            event.add(new Location(texts.of(Message.of("calendar.online"), language)));
        } else {
            event.add(new Location(place.latitude() + ", " + place.longitude()));
            event.add(new Geo(BigDecimal.valueOf(place.latitude()), BigDecimal.valueOf(place.longitude())));
        }
        event.add(lesson.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(lesson.cancelled() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        return event;
    }

    /** Says itself that a lesson is called off: not every calendar shows the status. */
    private String summary(CalendarLesson lesson, Locale language) {
        Message what = lesson.with().isEmpty()
                ? Message.of("calendar.alone", plain(lesson.course()))
                : Message.of("calendar.with", plain(lesson.course()), plain(String.join(", ", lesson.with())));
        return texts.of(lesson.cancelled() ? Message.of("calendar.cancelled", what) : what, language);
    }

    /** No name can break a line; everything else is escaped by the library. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    /** Folds by octets, as the format counts, and never within a character; the library folds by {@code char}s. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST_LINE * 3);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            int size = octets(point);
            if (point == '\r' || point == '\n') {
                octets = 0;
            } else if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            folded.appendCodePoint(point);
        }
        return folded.toString();
    }

    private static int octets(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
