package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentOutcome.Decided;
import dev.gangway.training.TrainingWorld.Town;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GangwayTest
class AssignmentsAtOnceTest {

    @Autowired
    private TrainingWorld world;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void fiftyAssignmentsAtOnceShareNoSlotAndEachIsAnswered() throws Exception {
        Town town = world.town();
        Set<UserId> trainers = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            trainers.add(world.trainer(town, town.north(i * 0.1)));
        }
        List<BookingRequest> bookings =
                IntStream.range(0, 50).mapToObj(i -> world.booking(town)).toList();

        List<Decided> answers = atOnce(bookings.stream()
                .<Callable<Decided>>map(booking -> () -> world.assign(town, booking))
                .toList());

        List<Decided> assigned = answers.stream()
                .filter(each -> each.result() == AssignmentResult.ASSIGNED)
                .toList();
        assertThat(assigned).extracting(Decided::trainer).containsExactlyInAnyOrderElementsOf(trainers);
        assertThat(answers)
                .filteredOn(each -> each.result() == AssignmentResult.WAITLISTED)
                .hasSize(30);
        assertThat(overlaps(town)).isZero();
        assertThat(jdbc.sql("""
                        select count(*) from tutoring_sessions t join course_purchases p on p.id = t.purchase_id
                        where p.course_id = ?
                        """).param(town.course()).query(Long.class).single())
                .isEqualTo(200);
    }

    @Test
    void lessonsThatOverlapOnlyInPartAreKeptApartToo() throws Exception {
        Town town = world.town();
        world.trainer(town, town.centre());
        List<BookingRequest> bookings = IntStream.range(0, 24)
                .mapToObj(i -> world.booking(
                        town, "ONE_ON_ONE", "OFFLINE", "1%d:%d0".formatted(i / 6, i % 6), testAccounts.user()))
                .toList();

        List<Decided> answers = atOnce(bookings.stream()
                .<Callable<Decided>>map(booking -> () -> world.assign(town, booking))
                .toList());

        assertThat(answers)
                .filteredOn(each -> each.result() == AssignmentResult.ASSIGNED)
                .hasSizeBetween(4, 6);
        assertThat(overlaps(town)).isZero();
    }

    /** Moving a lesson leaves the trainer's row as it was, so that nothing but the constraint tells the assignment. */
    @Test
    void aLessonThatIsMovedIntoTheSlotMeanwhileSendsTheAssignmentToTheNextCandidate() throws Exception {
        Town town = world.town();
        UserId nearest = world.trainer(town, town.centre());
        UserId next = world.trainer(town, town.north(1));
        Decided morning =
                world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "10:00", testAccounts.user()));
        assertThat(morning.trainer()).isEqualTo(nearest);
        BookingRequest evening = world.booking(town);

        Future<Decided> answer;
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            answer = transaction.execute(status -> {
                jdbc.sql("""
                                update purchase_sessions set starts_at = starts_at + interval '7 hours'
                                where purchase_id = ? and session_number = 3
                                """).param(morning.purchaseId()).update();
                Future<Decided> waiting = other.submit(() -> world.assign(town, evening));
                await().until(this::anAssignmentWaitsForALesson);
                return waiting;
            });
        }

        assertThat(answer.get().trainer()).isEqualTo(next);
        assertThat(overlaps(town)).isZero();
    }

    private boolean anAssignmentWaitsForALesson() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                                       where wait_event_type = 'Lock' and query like '%add_lessons%')
                        """).query(Boolean.class).single();
    }

    @Test
    void theSameBookingTwentyTimesAtOnceMakesOnePurchase() throws Exception {
        Town town = world.town();
        world.trainer(town, town.centre());
        world.trainer(town, town.centre());
        UserId unknown = new UserId("new-" + town.course());
        BookingRequest booking = world.booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", unknown);

        List<Decided> answers = atOnce(IntStream.range(0, 20)
                .<Callable<Decided>>mapToObj(i -> () -> world.assign(town, booking))
                .toList());

        assertThat(answers)
                .extracting(Decided::purchaseId)
                .containsOnly(answers.getFirst().purchaseId());
        assertThat(answers)
                .extracting(Decided::verdictId)
                .containsOnly(answers.getFirst().verdictId());
        assertThat(answers).filteredOn(answer -> !answer.isRepeated()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from tutoring_sessions where student_id = ?")
                        .param(unknown.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    private long overlaps(Town town) {
        return jdbc.sql("""
                        select count(*) from purchase_sessions a
                        join purchase_sessions b on b.trainer_id = a.trainer_id and b.id > a.id
                            and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
                        join course_purchases p on p.id = a.purchase_id
                        where p.course_id = ? and a.status <> 'cancelled' and b.status <> 'cancelled'
                        """).param(town.course()).query(Long.class).single();
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
