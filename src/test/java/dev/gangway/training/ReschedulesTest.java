package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Message;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.privacy.ErasureOutcome;
import dev.gangway.privacy.Erasures;
import dev.gangway.training.LessonWorld.Course;
import dev.gangway.training.RescheduleOutcome.Refused;
import dev.gangway.training.TutoringAction.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class ReschedulesTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private LessonWorld world;

    @Autowired
    private Reschedules reschedules;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private Lessons read;

    @Autowired
    private TutoringSync sync;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Erasures erasures;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theTrainerAgreesToWhatAStudentAsksAndTheLessonMovesForAll() {
        Course course = world.course(2);
        TutoringSession lesson = world.lesson(course, 3);
        Instant wanted = lesson.startsAt().plus(HOUR);

        Reschedule asked = done(reschedules.ask(course.asStudent(), lesson.id(), wanted, "  School trip "));
        assertThat(asked.status()).isEqualTo(RescheduleStatus.OPEN);
        assertThat(asked.reason()).isEqualTo("School trip");
        assertThat(reschedules.approve(course.asStudent(), asked.id())).isInstanceOf(RescheduleOutcome.NotYours.class);
        assertThat(reschedules.approve(course.asStudent(1), asked.id())).isInstanceOf(RescheduleOutcome.NotYours.class);
        Reschedule approved = done(reschedules.approve(course.asTrainer(), asked.id()));

        assertThat(approved.status()).isEqualTo(RescheduleStatus.APPROVED);
        course.students()
                .forEach(student ->
                        assertThat(world.lesson(course, student, 3).startsAt()).isEqualTo(wanted));
        assertThat(sync.preview(course.purchase()).updated()).isZero();
        assertThat(key(reschedules.approve(course.asTrainer(), asked.id())))
                .isEqualTo("training.reschedule.state.approved");
        assertThat(key(reschedules.withdraw(course.asStudent(), asked.id())))
                .isEqualTo("training.reschedule.state.approved");
    }

    @Test
    void whatATrainerAsksTakesAllStudentsAndOneOfThemCanDecline() {
        Course course = world.course(2);
        TutoringSession lesson = world.lesson(course, 1);
        Instant wanted = lesson.startsAt().plus(HOUR);
        UUID first = done(reschedules.ask(course.asTrainer(), lesson.id(), wanted, "Doctor"))
                .id();

        assertThat(reschedules.approve(course.asTrainer(), first)).isInstanceOf(RescheduleOutcome.NotYours.class);
        Reschedule half = done(reschedules.approve(course.asStudent(), first));
        assertThat(half.status()).isEqualTo(RescheduleStatus.OPEN);
        assertThat(half.approvedBy()).containsExactly(course.student());
        assertThat(world.lesson(course, 1).startsAt()).isEqualTo(lesson.startsAt());
        assertThat(done(reschedules.approve(course.asStudent(1), first)).status())
                .isEqualTo(RescheduleStatus.APPROVED);
        assertThat(world.lesson(course, 1).startsAt()).isEqualTo(wanted);

        UUID second = done(reschedules.ask(course.asTrainer(), lesson.id(), lesson.startsAt(), "Back"))
                .id();
        done(reschedules.approve(course.asStudent(), second));
        assertThat(done(reschedules.decline(course.asStudent(1), second)).status())
                .isEqualTo(RescheduleStatus.DECLINED);
        assertThat(world.lesson(course, 1).startsAt()).isEqualTo(wanted);
    }

    @Test
    void theCalendarAndTheHoursOfTheTrainerSettleAClash() {
        Course course = world.course(1, new WorkingHours(8 * 60, 20 * 60));
        TutoringSession lesson = world.lesson(course, 1);
        TutoringSession next = world.lesson(course, 2);

        Refused taken = (Refused)
                reschedules.ask(course.asStudent(), lesson.id(), next.startsAt().plus(Duration.ofMinutes(39)), "x");
        assertThat(taken.why().key()).isEqualTo("training.reschedule.taken");
        Refused hours = (Refused)
                reschedules.ask(course.asStudent(), lesson.id(), next.startsAt().plus(HOUR.multipliedBy(3)), "x");
        assertThat(hours.why()).isEqualTo(Message.of("training.reschedule.hours", "08:00", "20:00", "Europe/Madrid"));
        done(reschedules.ask(course.asStudent(), lesson.id(), next.startsAt().plus(Duration.ofMinutes(40)), "x"));
    }

    @Test
    void whatWasFreeWhenTheyAskedMayBeTakenWhenTheyAgree() {
        Course course = world.course(1);
        TutoringSession lesson = world.lesson(course, 1);
        Instant wanted = lesson.startsAt().plus(HOUR);
        UUID asked = done(reschedules.ask(course.asStudent(), lesson.id(), wanted, "x"))
                .id();

        world.course(course.town(), course.trainer(), 1, "18:00");

        assertThat(key(reschedules.approve(course.asTrainer(), asked))).isEqualTo("training.reschedule.taken");
        assertThat(world.lesson(course, 1).startsAt()).isEqualTo(lesson.startsAt());
        assertThat(done(reschedules.decline(course.asTrainer(), asked)).status())
                .isEqualTo(RescheduleStatus.DECLINED);
    }

    @Test
    void aRequestAboutALessonThatHasMovedBegunOrGoneIsOutdated() {
        Course course = world.course(1);
        UUID moved = ask(course, 1);
        UUID begun = ask(course, 2);
        UUID gone = ask(course, 3);
        world.move(course, 1, world.lesson(course, 1).startsAt().minus(HOUR));
        lessons.act(course.asTrainer(), world.lesson(course, 2).id(), TutoringAction.START);
        lessons.act(course.asTrainer(), world.lesson(course, 3).id(), TutoringAction.CANCEL);

        assertThat(reschedules.page(course.asStudent(), RescheduleStatus.OUTDATED, null, 10))
                .hasSize(3);
        for (UUID each : List.of(moved, begun, gone)) {
            assertThat(key(reschedules.approve(course.asTrainer(), each)))
                    .isEqualTo("training.reschedule.state.outdated");
        }
        assertThat(reschedules.page(course.asStudent(), RescheduleStatus.OPEN, null, 10))
                .isEmpty();
        assertThat(ask(course, 1)).isNotEqualTo(moved);
        assertThat(key(reschedules.ask(
                        course.asStudent(), world.lesson(course, 2).id(), soon(), "x")))
                .isEqualTo("training.reschedule.not_to_come");
    }

    @Test
    void atMostOneRequestAboutALessonIsOpen() {
        Course course = world.course(1);
        UUID first = ask(course, 1);
        UUID lesson = world.lesson(course, 1).id();

        assertThat(key(reschedules.ask(course.asTrainer(), lesson, soon(), "x")))
                .isEqualTo("training.reschedule.asked_already");
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into lesson_reschedules
                        select gen_random_uuid(), purchase_session_id, asked_by, asked_as, lesson_starts_at, starts_at, reason,
                               status, asked_at, decided_by, decided_at
                        from lesson_reschedules where id = ?
                        """).param(first).update()).isInstanceOf(DuplicateKeyException.class);
        assertThat(reschedules.withdraw(course.asTrainer(), first)).isInstanceOf(RescheduleOutcome.NotYours.class);
        assertThat(done(reschedules.withdraw(course.asStudent(), first)).status())
                .isEqualTo(RescheduleStatus.WITHDRAWN);
        done(reschedules.ask(course.asTrainer(), lesson, soon(), "x"));
    }

    @Test
    void whatIsAskedMustBeATimeToComeAndHaveAReason() {
        Course course = world.course(1);
        TutoringSession lesson = world.lesson(course, 1);

        assertThat(fields(course, lesson, clock.instant().minusSeconds(60), "x"))
                .containsExactly("startsAt");
        assertThat(fields(course, lesson, lesson.startsAt(), "x")).containsExactly("startsAt");
        assertThat(fields(course, lesson, lesson.startsAt().plusSeconds(1), "x"))
                .containsExactly("startsAt");
        assertThat(fields(course, lesson, lesson.startsAt().plus(Duration.ofDays(800)), " "))
                .containsExactly("startsAt", "reason");
        assertThat(fields(course, lesson, lesson.startsAt().plus(HOUR), "x".repeat(501)))
                .containsExactly("reason");
    }

    @Test
    void strangersNeitherSeeNorAnswerRequests() {
        Course course = world.course(1);
        UUID asked = ask(course, 1);
        Caller stranger = LessonWorld.as(accounts.user(), Role.USER, Role.TRAINER);

        assertThat(reschedules.ask(stranger, world.lesson(course, 1).id(), soon(), "x"))
                .isInstanceOf(RescheduleOutcome.Unknown.class);
        assertThat(reschedules.approve(stranger, asked)).isInstanceOf(RescheduleOutcome.Unknown.class);
        assertThat(reschedules.decline(stranger, asked)).isInstanceOf(RescheduleOutcome.Unknown.class);
        assertThat(reschedules.withdraw(stranger, asked)).isInstanceOf(RescheduleOutcome.Unknown.class);
        assertThat(reschedules.page(stranger, null, null, 10)).isEmpty();
        assertThat(reschedules.page(course.asTrainer(), null, null, 10)).hasSize(1);
        assertThat(reschedules.ask(course.asAdmin(), world.lesson(course, 2).id(), soon(), "x"))
                .isInstanceOf(RescheduleOutcome.NotYours.class);
        assertThat(done(reschedules.approve(course.asAdmin(), asked)).status()).isEqualTo(RescheduleStatus.APPROVED);
    }

    @Test
    void whyAFellowStudentAsksIsNothingToAStudent() {
        Course course = world.course(2);
        ask(course, 1);

        assertThat(reschedules.page(course.asStudent(1), null, null, 10)).isEmpty();
        assertThat(reschedules.page(course.asStudent(), null, null, 10)).hasSize(1);
        assertThat(reschedule(course.students().getLast(), Side.STUDENT)).isNull();
        assertThat(reschedule(course.student(), Side.STUDENT)).isNotNull();
        assertThat(reschedule(course.trainer(), Side.TRAINER)).isNotNull();
    }

    private @Nullable Reschedule reschedule(UserId person, Side side) {
        return read.page(person, side, LessonSpan.from(Instant.EPOCH), 100)
                .lessons()
                .getFirst()
                .reschedule();
    }

    @Test
    void whatSomebodyAskedGoesWithThem() {
        Course course = world.course(2);
        UUID asked = done(reschedules.ask(
                        course.asStudent(1),
                        world.lesson(course, course.students().getLast(), 1).id(),
                        soon(),
                        "x"))
                .id();

        assertThat(erasures.erase(
                        course.students().getLast(), course.students().getLast().value()))
                .isInstanceOf(ErasureOutcome.Erased.class);

        assertThat(reschedules.approve(course.asTrainer(), asked)).isInstanceOf(RescheduleOutcome.Unknown.class);
    }

    private UUID ask(Course course, int number) {
        TutoringSession lesson = world.lesson(course, number);
        return done(reschedules.ask(
                        course.asStudent(), lesson.id(), lesson.startsAt().plus(HOUR), "x"))
                .id();
    }

    /** A day on which the test trainers have nothing. */
    private Instant soon() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(2));
    }

    private List<String> fields(Course course, TutoringSession lesson, Instant startsAt, String reason) {
        return ((RescheduleOutcome.Invalid) reschedules.ask(course.asStudent(), lesson.id(), startsAt, reason))
                .problems().stream().map(problem -> problem.field()).toList();
    }

    private static String key(RescheduleOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).why().key();
    }

    private static Reschedule done(RescheduleOutcome outcome) {
        assertThat(outcome).isInstanceOf(RescheduleOutcome.Done.class);
        return ((RescheduleOutcome.Done) outcome).request();
    }
}
