package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.HeldRows;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.training.LessonWorld.Course;
import dev.gangway.training.TutoringAction.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody may do with a lesson is decided by whose it is once the wait for it is over. */
@GangwayTest
class ChangedHandsTest {

    @Autowired
    private LessonWorld world;

    @Autowired
    private TrainingWorld towns;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private Reschedules reschedules;

    @Autowired
    private Purchases purchases;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private HeldRows held;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTrainerCannotCallOffWhatWentToAnother() throws Exception {
        Course course = world.course(1);
        TutoringSession lesson = world.lesson(course, 1);

        TutoringOutcome outcome = meanwhile(
                course,
                () -> lessons.act(course.asTrainer(), lesson.id(), TutoringAction.CANCEL),
                () -> handOver(course));

        assertThat(outcome).isInstanceOf(TutoringOutcome.Unknown.class);
        assertThat(world.lesson(course, 1).status()).isEqualTo(TutoringStatus.SCHEDULED);
    }

    @Test
    void whatAnAdministratorDoesForSomebodyIsInTheAuditTrail() {
        Course course = world.course(1);

        lessons.act(course.asAdmin(), world.lesson(course, 1).id(), TutoringAction.CANCEL);

        assertThat(trail.page(AuditFilter.of(course.student()), null, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("training.lesson_changed");
                    assertThat(Objects.requireNonNull(entry.actor()).id())
                            .isEqualTo(course.town().admin().value());
                });
    }

    @Test
    void aTrainerCannotNoteAnAbsenceInWhatWentToAnother() throws Exception {
        Course course = world.course(1);
        TutoringSession lesson = world.lesson(course, 1);

        TutoringOutcome outcome = meanwhile(
                course, () -> lessons.absent(course.asTrainer(), lesson.id(), Side.STUDENT), () -> handOver(course));

        assertThat(outcome).isInstanceOf(TutoringOutcome.Unknown.class);
    }

    @Test
    void aTrainerCannotAskForAnotherTimeOfWhatWentToAnother() throws Exception {
        Course course = world.course(1);
        TutoringSession lesson = world.lesson(course, 1);

        RescheduleOutcome outcome = meanwhile(
                course,
                () -> reschedules.ask(
                        course.asTrainer(), lesson.id(), lesson.startsAt().plus(Duration.ofHours(1)), "x"),
                () -> handOver(course));

        assertThat(outcome).isInstanceOf(RescheduleOutcome.Unknown.class);
    }

    @Test
    void aStudentWhosePartWasCalledOffDoesNotAgreeForTheOthers() throws Exception {
        Course course = world.course(2);
        TutoringSession lesson = world.lesson(course, 1);
        Instant wanted = lesson.startsAt().plus(Duration.ofHours(1));
        UUID asked = ((RescheduleOutcome.Done) reschedules.ask(course.asTrainer(), lesson.id(), wanted, "x"))
                .request()
                .id();

        RescheduleOutcome outcome = meanwhile(
                course,
                () -> reschedules.approve(course.asStudent(1), asked),
                () -> jdbc.sql(
                                "update tutoring_sessions set status = 'cancelled' where purchase_session_id = ? and student_id = ?")
                        .params(
                                lesson.purchaseSessionId(),
                                course.students().get(1).value())
                        .update());

        assertThat(outcome).isInstanceOf(RescheduleOutcome.Unknown.class);
        assertThat(world.lesson(course, 1).startsAt()).isEqualTo(lesson.startsAt());
    }

    @Test
    void aStudentCannotAskForAnotherTimeOfWhatWasCalledOffForThem() {
        Course course = world.course(2);
        TutoringSession lesson = world.lesson(course, 1);
        lessons.act(course.asAdmin(), lesson.id(), TutoringAction.CANCEL);

        RescheduleOutcome outcome = reschedules.ask(
                course.asStudent(), lesson.id(), lesson.startsAt().plus(Duration.ofHours(1)), "x");

        assertThat(outcome).isInstanceOf(RescheduleOutcome.Refused.class);
    }

    @Test
    void whatWasCalledOffStaysSo() {
        Course course = world.course(1);
        UUID lesson = world.lesson(course, 1).purchaseSessionId();
        UserId admin = course.town().admin();

        assertThat(purchases.change(admin, lesson, new LessonChange(null, null, PurchaseSessionStatus.CANCELLED), null))
                .isInstanceOf(LessonOutcome.Changed.class);
        assertThat(purchases.change(admin, lesson, new LessonChange(null, null, PurchaseSessionStatus.SCHEDULED), null))
                .isInstanceOf(LessonOutcome.CalledOff.class);
    }

    private void handOver(Course course) {
        UserId other = towns.trainer(course.town(), null);
        jdbc.sql("update purchase_sessions set trainer_id = ? where purchase_id = ?")
                .params(other.value(), course.purchase())
                .update();
        jdbc.sql("update tutoring_sessions set trainer_id = ? where purchase_id = ?")
                .params(other.value(), course.purchase())
                .update();
    }

    /** What a call answers that waits for the purchase while something is done to it. */
    private <T> T meanwhile(Course course, Callable<T> call, Runnable change)
            throws InterruptedException, ExecutionException {
        return held.meanwhile("course_purchases where id = ? for update", course.purchase(), call, change);
    }
}
