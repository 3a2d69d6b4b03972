package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.training.LessonWorld.Course;
import dev.gangway.training.TutoringAction.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class LessonsTest {

    private static final LessonSpan EVERYTHING = LessonSpan.from(Instant.EPOCH);
    private static final LessonSpan BACKWARDS = LessonSpan.before(Instant.parse("2200-01-01T00:00:00Z"));

    @Autowired
    private LessonWorld world;

    @Autowired
    private Lessons lessons;

    @Autowired
    private Reschedules reschedules;

    @Autowired
    private TutoringSessions tutoring;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Statements statements;

    @Autowired
    private Clock clock;

    @Test
    void aTrainerSeesALessonOnceWithAllItsStudentsAndHowFarItIs() {
        Course course = world.course(3);

        List<Lesson> all =
                lessons.page(course.trainer(), Side.TRAINER, EVERYTHING, 100).lessons();

        assertThat(all).hasSize(10);
        Lesson first = all.getFirst();
        assertThat(first.parts()).extracting(part -> part.student().id()).containsExactlyElementsOf(course.students());
        assertThat(first.parts().getFirst().student().name()).startsWith("Name of ");
        assertThat(first.course()).startsWith("Course of ");
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.total()).isEqualTo(10);
        assertThat(first.millimetres()).isBetween(990_000L, 1_010_000L);
    }

    @Test
    void aStudentSeesTheirOwnPartOnlyAndNothingOfTheTrainersHome() {
        Course course = world.course(2);

        List<Lesson> all =
                lessons.page(course.student(), Side.STUDENT, EVERYTHING, 100).lessons();

        assertThat(all).hasSize(10).allSatisfy(lesson -> {
            assertThat(lesson.parts()).extracting(part -> part.student().id()).containsExactly(course.student());
            assertThat(lesson.millimetres()).isNull();
            assertThat(Objects.requireNonNull(lesson.trainer()).id()).isEqualTo(course.trainer());
        });
        UserId stranger = accounts.user();
        assertThat(lessons.page(stranger, Side.STUDENT, EVERYTHING, 100).lessons())
                .isEmpty();
        assertThat(lessons.page(stranger, Side.TRAINER, EVERYTHING, 100).lessons())
                .isEmpty();
        assertThat(lessons.page(course.student(), Side.TRAINER, EVERYTHING, 100).lessons())
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherInBothDirectionsAndKeepALessonWhole() {
        Course course = world.course(3);
        List<Lesson> all =
                lessons.page(course.trainer(), Side.TRAINER, EVERYTHING, 100).lessons();

        assertThat(byPages(course, EVERYTHING)).isEqualTo(all);
        assertThat(byPages(course, BACKWARDS)).isEqualTo(all.reversed());
    }

    @Test
    void itTakesOneStatementHoweverManyLessons() throws Exception {
        Course course = world.course(3);
        TutoringSession lesson = world.lesson(course, 1);
        reschedules.ask(course.asTrainer(), lesson.id(), lesson.startsAt().plusSeconds(3600), "x");

        assertThat(statements.of(() -> lessons.page(course.trainer(), Side.TRAINER, EVERYTHING, 100)))
                .hasSize(1);
        assertThat(statements.of(() -> lessons.waiting(course.student(), Side.STUDENT)))
                .hasSize(1);
    }

    @Test
    void whatWaitsForSomebodyIsWhatTheOtherSideAskedOrSaid() {
        Course course = world.course(2);
        TutoringSession first = world.lesson(course, 1);
        TutoringSession second = world.lesson(course, 2);
        reschedules.ask(course.asTrainer(), first.id(), first.startsAt().plusSeconds(3600), "x");
        reschedules.ask(course.asStudent(), second.id(), second.startsAt().plusSeconds(3600), "x");
        tutoring.act(course.asTrainer(), world.lesson(course, 3).id(), TutoringAction.START);
        tutoring.act(course.asTrainer(), world.lesson(course, 3).id(), TutoringAction.COMPLETE);

        assertThat(numbers(lessons.waiting(course.trainer(), Side.TRAINER))).containsExactly(2);
        assertThat(numbers(lessons.waiting(course.student(), Side.STUDENT))).containsExactly(1, 3);
        assertThat(numbers(lessons.waiting(course.students().getLast(), Side.STUDENT)))
                .containsExactly(1);

        Lesson asked = lessons.waiting(course.student(), Side.STUDENT).getFirst();
        reschedules.approve(
                course.asStudent(), Objects.requireNonNull(asked.reschedule()).id());
        assertThat(numbers(lessons.waiting(course.student(), Side.STUDENT))).containsExactly(3);
    }

    @Test
    void aTrainerIsRemindedOfALessonThatNobodySaidAnythingAbout() {
        Course course = world.course(1);
        world.move(course, 4, clock.instant().minus(Duration.ofHours(20)));

        assertThat(numbers(lessons.waiting(course.trainer(), Side.TRAINER))).containsExactly(4);
        assertThat(lessons.waiting(course.student(), Side.STUDENT)).isEmpty();
    }

    @Test
    void theZoneOfAProfileIsThatOfItsSide() {
        Course course = world.course(1);
        world.live(course.student(), "America/New_York");

        assertThat(lessons.zone(course.student(), Side.STUDENT)).contains(ZoneId.of("America/New_York"));
        assertThat(lessons.zone(course.trainer(), Side.TRAINER)).contains(TrainingWorld.MADRID);
        assertThat(lessons.zone(course.student(), Side.TRAINER)).isEmpty();
    }

    private List<Lesson> byPages(Course course, LessonSpan from) {
        List<Lesson> all = new ArrayList<>();
        LessonSpan span = from;
        boolean hasMore = true;
        while (hasMore) {
            LessonPage page = lessons.page(course.trainer(), Side.TRAINER, span, 7);
            all.addAll(page.lessons());
            hasMore = page.hasMore();
            span = from.beyond(all.getLast());
        }
        return all;
    }

    private static List<Integer> numbers(List<Lesson> found) {
        return found.stream().map(Lesson::number).toList();
    }
}
