package dev.gangway.training.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.ui.Moments;
import dev.gangway.training.Booking;
import dev.gangway.training.ClassType;
import dev.gangway.training.DeliveryMode;
import dev.gangway.training.Lesson;
import dev.gangway.training.Lesson.Part;
import dev.gangway.training.Lesson.Person;
import dev.gangway.training.LessonType;
import dev.gangway.training.Place;
import dev.gangway.training.Schedule;
import dev.gangway.training.Slot;
import dev.gangway.training.TutoringAction.Side;
import dev.gangway.training.TutoringStatus;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class LessonWordsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Autowired
    private Texts texts;

    /** New York goes to daylight-saving time on 14 March 2027, Madrid on 28 March. */
    @Test
    void aSeriesOverBothChangesOfClocksKeepsTheTrainersTimeAndIsRightForTheStudent() {
        List<Lesson> series = sundays();
        LessonWords trainer = words(MADRID, Locale.UK, Side.TRAINER);
        LessonWords student = words(NEW_YORK, Locale.US, Side.STUDENT);

        assertThat(series.stream().map(trainer::times)).containsOnly("17:00–17:40");
        assertThat(series.stream().map(student::times))
                .containsExactly("11:00–11:40", "12:00–12:40", "12:00–12:40", "11:00–11:40", "11:00–11:40");
        assertThat(trainer.elsewhere(series.get(1))).containsExactly("12:00 for the student (America/New_York)");
        assertThat(student.elsewhere(series.get(1))).containsExactly("17:00 for the trainer (Europe/Madrid)");
    }

    @Test
    void whereItIsAnotherDayTheDayIsSaid() {
        Lesson lesson = sundays().getFirst();

        assertThat(words(ZoneId.of("Asia/Tokyo"), Locale.UK, Side.STUDENT).elsewhere(lesson))
                .containsExactly("Sun, 7 Mar 2027, 17:00 for the trainer (Europe/Madrid)");
        assertThat(words(ZoneId.of("Europe/Berlin"), Locale.UK, Side.STUDENT).elsewhere(lesson))
                .isEmpty();
    }

    @Test
    void datesAreWrittenAsTheReaderWritesThem() {
        Lesson lesson = sundays().getFirst();

        assertThat(words(MADRID, Locale.GERMAN, Side.TRAINER).moment(lesson.startsAt()))
                .isEqualTo("So., 07.03.2027, 17:00 Uhr");
        assertThat(words(MADRID, Locale.of("es"), Side.TRAINER).place(lesson))
                .isEqualTo("Presencial, a 1,2 km de casa");
    }

    private LessonWords words(ZoneId zone, Locale locale, Side side) {
        return new LessonWords(texts, new Moments(zone, locale), side);
    }

    /** The first lesson of each of five Sundays. */
    private static List<Lesson> sundays() {
        Booking booking = new Booking(
                "b",
                "chess",
                ClassType.ONE_ON_ONE,
                10,
                DeliveryMode.SUNDAY_ONLY,
                LessonType.OFFLINE,
                LocalDate.of(2027, 3, 7),
                LocalTime.of(17, 0),
                new Place(40.4, -3.7),
                List.of());
        return Schedule.of(booking, MADRID).stream()
                .filter(slot -> slot.number() % 2 == 1)
                .map(LessonWordsTest::lesson)
                .toList();
    }

    private static Lesson lesson(Slot slot) {
        Part part = new Part(
                new UUID(1, slot.number()),
                new Person(new UserId("ada"), "Ada", NEW_YORK),
                TutoringStatus.SCHEDULED,
                null,
                null);
        return new Lesson(
                new UUID(0, slot.number()),
                slot.number(),
                10,
                "Chess",
                slot.startsAt(),
                40,
                LessonType.OFFLINE,
                null,
                1_234_567L,
                new Person(new UserId("tess"), "Tess", MADRID),
                List.of(part),
                null);
    }
}
