package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.security.Role;
import dev.gangway.training.LessonWorld.Course;
import dev.gangway.training.TutoringAction.Side;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class AbsencesTest {

    @Autowired
    private LessonWorld world;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private TutoringSync sync;

    @Autowired
    private Purchases purchases;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aStudentWhoDidNotComeIsAskedWhetherThatIsSo() {
        Course course = world.course(2);
        world.move(course, 1, world.earlierToday());
        UUID lesson = world.lesson(course, 1).id();

        TutoringSession noted = done(lessons.absent(course.asTrainer(), lesson, Side.STUDENT));

        assertThat(noted.status()).isEqualTo(TutoringStatus.PENDING_CONFIRMATION);
        assertThat(noted.absent()).isEqualTo(Side.STUDENT);
        assertThat(world.lesson(course, course.students().getLast(), 1).absent())
                .isNull();
        assertThat(lessons.absent(course.asTrainer(), lesson, Side.STUDENT))
                .isInstanceOf(TutoringOutcome.WrongState.class);
        assertThat(done(lessons.dispute(course.asStudent(), lesson, "I was there"))
                        .disputeReason())
                .isEqualTo("I was there");
    }

    @Test
    void aTrainerWhoWasNotThereGivesTheTimeBack() {
        Course course = world.course(1);
        world.move(course, 1, world.earlierToday());
        TutoringSession lesson = world.lesson(course, 1);

        TutoringSession noted = done(lessons.absent(course.asTrainer(), lesson.id(), Side.TRAINER));

        assertThat(noted.status()).isEqualTo(TutoringStatus.CANCELLED);
        assertThat(purchases
                        .find(course.asAdmin(), course.purchase())
                        .orElseThrow()
                        .lessons())
                .filteredOn(each -> each.id().equals(lesson.purchaseSessionId()))
                .extracting(PurchaseSession::status)
                .containsExactly(PurchaseSessionStatus.CANCELLED);
    }

    @Test
    void whatAStudentSaysOfTheTrainerIsForAnAdministratorToFindOut() {
        Course course = world.course(1);
        world.move(course, 1, world.earlierToday());
        UUID lesson = world.lesson(course, 1).id();

        assertThat(lessons.absent(course.asStudent(), lesson, Side.STUDENT))
                .isInstanceOf(TutoringOutcome.NotYours.class);
        assertThat(done(lessons.absent(course.asStudent(), lesson, Side.TRAINER))
                        .status())
                .isEqualTo(TutoringStatus.DISPUTED);
    }

    @Test
    void nobodyIsAbsentFromALessonToComeNorFromAnothers() {
        Course course = world.course(1);
        UUID lesson = world.lesson(course, 1).id();

        assertThat(lessons.absent(course.asTrainer(), lesson, Side.STUDENT))
                .isInstanceOf(TutoringOutcome.TooEarly.class);
        assertThat(lessons.absent(LessonWorld.as(accounts.user(), Role.USER, Role.TRAINER), lesson, Side.STUDENT))
                .isInstanceOf(TutoringOutcome.Unknown.class);
    }

    @Test
    void noSyncTakesAnAbsenceBack() {
        Course course = world.course(1);
        world.move(course, 1, world.earlierToday());
        TutoringSession lesson = world.lesson(course, 1);
        lessons.absent(course.asTrainer(), lesson.id(), Side.STUDENT);

        purchases.change(
                course.town().admin(),
                lesson.purchaseSessionId(),
                new LessonChange(lesson.startsAt().minus(Duration.ofMinutes(10)), null, null),
                null);
        sync.purchase(course.purchase(), null);

        TutoringSession now = world.lesson(course, 1);
        assertThat(now.startsAt()).isEqualTo(lesson.startsAt().minus(Duration.ofMinutes(10)));
        assertThat(now.status()).isEqualTo(TutoringStatus.PENDING_CONFIRMATION);
        assertThat(now.absent()).isEqualTo(Side.STUDENT);
    }

    @Test
    void theDatabaseKeepsAbsencesToTheStatesThatTheyMean() {
        Course course = world.course(1);
        UUID lesson = world.lesson(course, 1).id();

        assertThatThrownBy(() -> jdbc.sql(
                                "update tutoring_sessions set absent = 'student', absence_noted_at = now() where id = ?")
                        .param(lesson)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update tutoring_sessions set dispute_reason = 'x' where id = ?")
                        .param(lesson)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static TutoringSession done(TutoringOutcome outcome) {
        assertThat(outcome).isInstanceOf(TutoringOutcome.Done.class);
        return ((TutoringOutcome.Done) outcome).lesson();
    }
}
