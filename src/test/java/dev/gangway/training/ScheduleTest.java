package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void weekdayLessonsSkipTheWeekendAndAlsoBeginAfterIt() {
        List<Slot> slots =
                Schedule.of(booking(ClassType.ONE_ON_ONE, 10, DeliveryMode.WEEKDAY_DAILY, "2027-05-01"), MADRID);

        assertThat(slots)
                .extracting(ScheduleTest::day)
                .containsExactly(
                        LocalDate.parse("2027-05-03"),
                        LocalDate.parse("2027-05-04"),
                        LocalDate.parse("2027-05-05"),
                        LocalDate.parse("2027-05-06"),
                        LocalDate.parse("2027-05-07"),
                        LocalDate.parse("2027-05-10"),
                        LocalDate.parse("2027-05-11"),
                        LocalDate.parse("2027-05-12"),
                        LocalDate.parse("2027-05-13"),
                        LocalDate.parse("2027-05-14"));
        assertThat(slots).allMatch(slot -> slot.duration().toMinutes() == 40 && slot.type() == LessonType.OFFLINE);
    }

    @Test
    void sundayLessonsAreTwoBackToBackFromTheFirstSundayOnOrAfterTheStart() {
        List<Slot> slots =
                Schedule.of(booking(ClassType.ONE_ON_TWO, 20, DeliveryMode.SUNDAY_ONLY, "2027-05-02"), MADRID);

        assertThat(slots).hasSize(20).allMatch(slot -> day(slot).getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(day(slots.getFirst())).isEqualTo("2027-05-02");
        for (int i = 0; i < 20; i += 2) {
            assertThat(slots.get(i + 1).startsAt()).isEqualTo(slots.get(i).endsAt());
            assertThat(slots.get(i).startsAt().atZone(MADRID).toLocalTime()).isEqualTo("17:00");
        }
    }

    @Test
    void aHybridCourseHasEighteenOnlineLessonsTheFirstSixAmongThemAndTwelveOfflineInTurn() {
        List<Slot> slots = Schedule.of(booking(ClassType.HYBRID, 30, DeliveryMode.WEEKDAY_DAILY, "2027-05-03"), MADRID);

        assertThat(slots).filteredOn(slot -> slot.type() == LessonType.ONLINE).hasSize(18);
        assertThat(slots).filteredOn(slot -> slot.type() == LessonType.OFFLINE).hasSize(12);
        assertThat(slots.subList(0, 6)).allMatch(slot -> slot.type() == LessonType.ONLINE);
        for (int i = 7; i < 30; i++) {
            assertThat(slots.get(i).type()).isNotEqualTo(slots.get(i - 1).type());
        }
    }

    @Test
    void aSeriesKeepsItsWallClockTimeOverBothChangesOfTheYear() {
        for (String start : List.of("2027-03-24", "2027-10-27")) {
            List<Slot> slots =
                    Schedule.of(booking(ClassType.ONE_ON_ONE, 10, DeliveryMode.WEEKDAY_DAILY, start), MADRID);

            assertThat(slots)
                    .allMatch(
                            slot -> slot.startsAt().atZone(MADRID).toLocalTime().equals(LocalTime.of(17, 0)));
            assertThat(slots.stream()
                            .map(slot -> slot.startsAt().atZone(MADRID).getOffset())
                            .distinct())
                    .hasSize(2);
        }
    }

    @Test
    void aTimeThatAChangeLeavesOutMovesOnByTheGap() {
        Booking booking = booking(ClassType.ONE_ON_ONE, 10, DeliveryMode.SUNDAY_ONLY, "2027-03-28", "02:30");

        assertThat(Schedule.of(booking, MADRID).getFirst().startsAt()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @Test
    void whoWaitedBeyondTheStartBeginsOnTheFirstDayThatIsStillToCome() {
        Booking booking = booking(ClassType.ONE_ON_ONE, 10, DeliveryMode.WEEKDAY_DAILY, "2027-05-03");

        assertThat(day(Schedule.notBefore(Instant.parse("2027-05-05T14:59:00Z"), booking, MADRID)
                        .getFirst()))
                .isEqualTo("2027-05-05");
        assertThat(day(Schedule.notBefore(Instant.parse("2027-05-05T15:01:00Z"), booking, MADRID)
                        .getFirst()))
                .isEqualTo("2027-05-06");
        assertThat(day(Schedule.notBefore(Instant.parse("2027-04-01T00:00:00Z"), booking, MADRID)
                        .getFirst()))
                .isEqualTo("2027-05-03");
    }

    private static LocalDate day(Slot slot) {
        return slot.startsAt().atZone(MADRID).toLocalDate();
    }

    private static Booking booking(ClassType type, int total, DeliveryMode mode, String start) {
        return booking(type, total, mode, start, "17:00");
    }

    private static Booking booking(ClassType type, int total, DeliveryMode mode, String start, String time) {
        return new Booking(
                "b",
                "c",
                type,
                total,
                mode,
                LessonType.OFFLINE,
                LocalDate.parse(start),
                LocalTime.parse(time),
                new Place(40, -3),
                List.of());
    }
}
