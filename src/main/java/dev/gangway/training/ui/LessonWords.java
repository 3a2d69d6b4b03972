package dev.gangway.training.ui;

import dev.gangway.base.Message;
import dev.gangway.base.Texts;
import dev.gangway.base.ui.Moments;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.Lesson.Person;
import dev.gangway.training.LessonType;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what lessons are in the language, the time zone and from the side of whoever reads.
 *
 * @param side whose page it is
 */
record LessonWords(Texts texts, Moments moments, Side side) {

    private static final double MILLIMETRES = 1_000_000;

    String of(String key, Object... args) {
        return of(Message.of(key, args));
    }

    String of(Message message) {
        return texts.of(message, moments.locale());
    }

    /** The words of a key for this side. */
    String ofSide(String key, Object... args) {
        return of(key + "." + word(side), args);
    }

    LocalDate day(Instant moment) {
        return moment.atZone(moments.zone()).toLocalDate();
    }

    /** The first moment of a day here, which is not midnight everywhere. */
    Instant begin(LocalDate day) {
        return day.atStartOfDay(moments.zone()).toInstant();
    }

    /** Thursday, 26 November 2026. */
    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(moments.locale())
                .format(day);
    }

    /** Thu, 26 Nov 2026. */
    String shortDate(LocalDate day) {
        String name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, moments.locale());
        return of(
                "lesson.date",
                name,
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(moments.locale())
                        .format(day));
    }

    /** Thu, 26 Nov 2026, 17:00. */
    String moment(Instant moment) {
        return of("lesson.moment", shortDate(day(moment)), moments.time(moment));
    }

    /** 17:00–17:40. */
    String times(Lesson lesson) {
        return of("lesson.times", moments.time(lesson.startsAt()), moments.time(lesson.endsAt()));
    }

    /** The people on the other side. */
    List<Person> others(Lesson lesson) {
        return side == Side.TRAINER
                ? lesson.parts().stream().map(Part::student).toList()
                : Optional.ofNullable(lesson.trainer()).stream().toList();
    }

    /** Their names. */
    String who(Lesson lesson) {
        List<String> names = others(lesson).stream().map(Person::name).toList();
        return names.isEmpty() ? of("lesson.nobody") : String.join(", ", names);
    }

    /** What time it is for those who are somewhere else; empty where nobody is. */
    List<String> elsewhere(Lesson lesson) {
        return others(lesson).stream()
                .flatMap(person -> Optional.ofNullable(person.zone()).stream())
                .filter(zone -> !isSameTime(zone, lesson.startsAt()))
                .distinct()
                .map(zone -> elsewhere(zone, lesson.startsAt()))
                .toList();
    }

    private boolean isSameTime(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at).equals(moments.zone().getRules().getOffset(at));
    }

    private String elsewhere(ZoneId zone, Instant at) {
        Moments there = new Moments(zone, moments.locale());
        LocalDate day = at.atZone(zone).toLocalDate();
        String time = day.equals(day(at)) ? there.time(at) : of("lesson.moment", shortDate(day), there.time(at));
        return ofSide("lesson.elsewhere", time, zone.getId());
    }

    /** Chess for beginners, lesson 3 of 10. */
    String course(Lesson lesson) {
        return of("lesson.course", lesson.course(), lesson.number(), lesson.total());
    }

    String place(Lesson lesson) {
        Long millimetres = lesson.millimetres();
        if (lesson.type() == LessonType.ONLINE) {
            return of("lesson.online");
        }
        return millimetres == null ? of("lesson.offline") : of("lesson.offline.km", millimetres / MILLIMETRES);
    }

    String status(Part part) {
        Side absent = part.absent();
        return absent == null
                ? status(part.status())
                : of("lesson.status.absent", status(part.status()), of("lesson.absent." + word(absent)));
    }

    String status(TutoringStatus status) {
        return of("lesson.status." + word(status));
    }

    /** A lesson in one line, for those who hear of it apart from its card. */
    String line(Lesson lesson) {
        return of("lesson.line", who(lesson), moment(lesson.startsAt()));
    }

    /** What else there is to know about a part: who says what. */
    List<String> remarks(Lesson lesson) {
        List<String> remarks = new ArrayList<>();
        for (Part part : lesson.parts()) {
            String reason = part.disputeReason();
            if (reason != null) {
                remarks.add(
                        side == Side.STUDENT
                                ? of("lesson.disputed.mine", reason)
                                : of("lesson.disputed.by", part.student().name(), reason));
            }
        }
        return remarks;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
