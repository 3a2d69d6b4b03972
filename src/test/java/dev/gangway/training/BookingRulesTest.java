package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.FieldProblem;
import dev.gangway.training.BookingRequest.SentStudent;
import dev.gangway.training.BookingRules.Checked;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingRulesTest {

    @ParameterizedTest
    @CsvSource({"ONE_ON_ONE, 1, 10", "ONE_ON_TWO, 2, 20", "ONE_ON_THREE, 3, 30", "HYBRID, 1, 30"})
    void theNumberOfStudentsAndOfLessonsFitsTheClassType(String type, int students, int total) {
        assertThat(BookingRules.check(booking(type, students, total, "OFFLINE")))
                .isInstanceOf(Checked.Right.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_ON_ONE, 2, 10, students", "ONE_ON_TWO, 1, 20, students", "ONE_ON_THREE, 4, 30, students",
        "ONE_ON_ONE, 0, 10, students", "HYBRID, 2, 30, students", "HYBRID, 1, 20, totalSessions",
        "ONE_ON_ONE, 1, 15, totalSessions", "FOUR, 1, 10, classType", "one_on_one, 1, 10, classType"
    })
    void whatDoesNotFitIsNamed(String type, int students, int total, String field) {
        assertThat(wrong(booking(type, students, total, "OFFLINE"))).containsExactly(field);
    }

    @Test
    void lessonsAreOfflineWhereNothingIsSaid() {
        Checked checked = BookingRules.check(booking("ONE_ON_ONE", 1, 10, null));

        assertThat(((Checked.Right) checked).booking().lessonType()).isEqualTo(LessonType.OFFLINE);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        BookingRequest nothing = new BookingRequest(null, null, null, null, null, null, null, null, null, null, null);
        BookingRequest nonsense = new BookingRequest(
                " ",
                "a\u0000b",
                "X",
                7,
                "DAILY",
                "HOME",
                "2027-02-30",
                "25:00",
                91.0,
                0.0,
                Arrays.asList(new SentStudent("", null, null), null));

        assertThat(wrong(nothing))
                .containsExactlyInAnyOrder(
                        "bookingId",
                        "courseId",
                        "classType",
                        "totalSessions",
                        "deliveryMode",
                        "startDate",
                        "preferredTimeSlot",
                        "studentLocation.latitude",
                        "studentLocation.longitude",
                        "students");
        assertThat(wrong(nonsense))
                .containsExactlyInAnyOrder(
                        "bookingId",
                        "courseId",
                        "classType",
                        "totalSessions",
                        "deliveryMode",
                        "lessonType",
                        "startDate",
                        "preferredTimeSlot",
                        "studentLocation",
                        "students.0.id",
                        "students.1.id");
    }

    @Test
    void nobodyIsBookedTwice() {
        SentStudent ada = new SentStudent("ada", null, null);
        BookingRequest twice = with(booking("ONE_ON_TWO", 2, 10, null), List.of(ada, ada));

        assertThat(wrong(twice)).containsExactly("students.1.id");
    }

    private static List<String> wrong(BookingRequest request) {
        return ((Checked.Wrong) BookingRules.check(request))
                .problems().stream().map(FieldProblem::field).toList();
    }

    private static BookingRequest booking(String type, int students, int total, @Nullable String lessonType) {
        return with(
                new BookingRequest(
                        "b",
                        "c",
                        type,
                        total,
                        "WEEKDAY_DAILY",
                        lessonType,
                        "2027-05-03",
                        "17:00",
                        40.0,
                        -3.0,
                        List.of()),
                IntStream.range(0, students)
                        .mapToObj(i -> new SentStudent("s" + i, null, null))
                        .toList());
    }

    private static BookingRequest with(BookingRequest request, List<SentStudent> students) {
        return new BookingRequest(
                request.bookingId(),
                request.courseId(),
                request.classType(),
                request.totalSessions(),
                request.deliveryMode(),
                request.lessonType(),
                request.startDate(),
                request.preferredTimeSlot(),
                request.latitude(),
                request.longitude(),
                students);
    }
}
