package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    @ParameterizedTest
    @CsvSource({
        "08:00, 20:00, 2027-05-03T08:00:00Z, true",
        "08:00, 20:00, 2027-05-03T07:59:00Z, false",
        "08:00, 20:00, 2027-05-03T19:20:00Z, true",
        "08:00, 20:00, 2027-05-03T19:21:00Z, false",
        "08:00, 24:00, 2027-05-03T23:20:00Z, true",
        "08:00, 24:00, 2027-05-03T23:21:00Z, false",
        "00:00, 24:00, 2027-05-03T00:00:00Z, true",
        "00:00, 24:00, 2027-05-03T23:50:00Z, false"
    })
    void aLessonLiesWithinTheHoursOfOneDay(String from, String to, Instant start, boolean expected) {
        assertThat(hours(from, to).hold(slot(start), ZoneOffset.UTC)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04T16:00:00Z, true", // 17:00 in Madrid in winter
        "2027-07-05T16:00:00Z, false", // 18:00 in summer
        "2027-07-05T15:00:00Z, true"
    })
    void hoursAreOfTheTrainersOwnClock(Instant start, boolean expected) {
        assertThat(hours("17:00", "17:40").hold(slot(start), ZoneId.of("Europe/Madrid")))
                .isEqualTo(expected);
    }

    private static WorkingHours hours(String from, String to) {
        return new WorkingHours(
                WorkingHours.minute(from).orElseThrow(), WorkingHours.minute(to).orElseThrow());
    }

    private static Slot slot(Instant start) {
        return new Slot(1, start, Duration.ofMinutes(40), LessonType.ONLINE);
    }
}
