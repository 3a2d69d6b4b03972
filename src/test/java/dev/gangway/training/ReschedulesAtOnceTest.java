package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.training.LessonWorld.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests are answered by several people at the same moment, while others want the same times. */
@GangwayTest
class ReschedulesAtOnceTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private LessonWorld world;

    @Autowired
    private TrainingWorld towns;

    @Autowired
    private Reschedules reschedules;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        Course course = world.course(1);
        UUID asked = ask(course, 1);

        List<RescheduleOutcome> answers = atOnce(Stream.<Callable<RescheduleOutcome>>of(
                        () -> reschedules.approve(course.asTrainer(), asked),
                        () -> reschedules.approve(course.asAdmin(), asked),
                        () -> reschedules.decline(course.asTrainer(), asked),
                        () -> reschedules.withdraw(course.asStudent(), asked))
                .toList());

        assertThat(answers).filteredOn(RescheduleOutcome.Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(RescheduleOutcome.Refused.class::isInstance)
                .hasSize(3);
        assertThat(jdbc.sql("select version from purchase_sessions where id = ?")
                        .param(world.lesson(course, 1).purchaseSessionId())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void askedByBothSidesAtOnceOneRequestIsOpen() throws Exception {
        Course course = world.course(1);
        TutoringSession lesson = world.lesson(course, 1);

        List<RescheduleOutcome> answers = atOnce(Stream.<Callable<RescheduleOutcome>>of(
                        () -> reschedules.ask(
                                course.asTrainer(),
                                lesson.id(),
                                lesson.startsAt().plus(HOUR),
                                "x"),
                        () -> reschedules.ask(
                                course.asStudent(),
                                lesson.id(),
                                lesson.startsAt().minus(HOUR),
                                "x"))
                .toList());

        assertThat(answers).filteredOn(RescheduleOutcome.Done.class::isInstance).hasSize(1);
    }

    @Test
    void bothStudentsAgreeAtOnceAndTheLessonMovesOnce() throws Exception {
        Course course = world.course(2);
        TutoringSession lesson = world.lesson(course, 1);
        Instant wanted = lesson.startsAt().plus(HOUR);
        UUID asked = ((RescheduleOutcome.Done) reschedules.ask(course.asTrainer(), lesson.id(), wanted, "x"))
                .request()
                .id();

        List<RescheduleOutcome> answers = atOnce(Stream.<Callable<RescheduleOutcome>>of(
                        () -> reschedules.approve(course.asStudent(), asked),
                        () -> reschedules.approve(course.asStudent(1), asked))
                .toList());

        assertThat(answers).allMatch(RescheduleOutcome.Done.class::isInstance);
        assertThat(world.lesson(course, 1).startsAt()).isEqualTo(wanted);
    }

    @RepeatedTest(5)
    void anApprovalAndAnAssignmentOfTheSameTimeNeverShareIt() throws Exception {
        Course course = world.course(1);
        UUID asked = ask(course, 1);
        BookingRequest rival = towns.booking(course.town(), "ONE_ON_ONE", "OFFLINE", "18:00", accounts.user());

        List<Object> answers = atOnce(Stream.<Callable<Object>>of(
                        () -> reschedules.approve(course.asTrainer(), asked),
                        () -> towns.assign(course.town(), rival).result())
                .toList());

        boolean isMoved = answers.getFirst() instanceof RescheduleOutcome.Done;
        assertThat(answers.getLast()).isEqualTo(isMoved ? AssignmentResult.WAITLISTED : AssignmentResult.ASSIGNED);
        assertThat(overlaps(course)).isZero();
    }

    private UUID ask(Course course, int number) {
        TutoringSession lesson = world.lesson(course, number);
        return ((RescheduleOutcome.Done) reschedules.ask(
                        course.asStudent(), lesson.id(), lesson.startsAt().plus(HOUR), "x"))
                .request()
                .id();
    }

    private long overlaps(Course course) {
        return jdbc.sql("""
                        select count(*) from purchase_sessions a
                        join purchase_sessions b on b.trainer_id = a.trainer_id and b.id > a.id
                            and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                        where a.trainer_id = ? and a.status <> 'cancelled' and b.status <> 'cancelled'
                        """).param(course.trainer().value()).query(Long.class).single();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
