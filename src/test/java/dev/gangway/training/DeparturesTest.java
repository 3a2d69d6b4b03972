package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveChanges;
import dev.gangway.training.DepartureOutcome.Done;
import dev.gangway.training.DepartureOutcome.Left;
import dev.gangway.training.DepartureOutcome.Obstacle;
import dev.gangway.training.TrainingWorld.Town;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class DeparturesTest {

    private static final WorkingHours ALL_DAY = new WorkingHours(0, 1440);

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Departures departures;

    @Autowired
    private Purchases purchases;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private Trainers trainers;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private LiveChanges live;

    @Autowired
    private JdbcClient jdbc;

    private Town town;
    private UserId leaver;

    @BeforeEach
    void aTownWithATrainerWhoLeaves() {
        town = world.town();
        leaver = world.trainer(town, town.centre());
    }

    @Test
    void allLessonsOfAPurchaseGoToTheNearestOtherAndNothingIsChangedYet() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        world.trainer(town, town.north(3));
        UserId near = world.trainer(town, town.north(1));

        DepartureProposal proposal = departures.propose(leaver).orElseThrow();

        assertThat(proposal.lessons()).isEqualTo(10);
        assertThat(proposal.conflicts()).isZero();
        assertThat(proposal.purchases()).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(purchase);
            assertThat(each.onlyTaker()).contains(near);
        });
        assertThat(givenBy(leaver)).isEqualTo(10);
    }

    @Test
    void onlineLessonsGoToWhoHasLeastToDo() {
        world.assign(town, world.booking(town, "ONE_ON_ONE", "ONLINE", "09:00", accounts.user()));
        UserId busy = world.trainer(town, town.centre());
        trainers.put(town.admin(), trainer(leaver).inactive(), null);
        world.assign(town, world.booking(town, "ONE_ON_ONE", "ONLINE", "12:00", accounts.user()));
        UserId idle = world.trainer(town, null);

        assertThat(givenBy(busy)).isEqualTo(10);
        assertThat(departures
                        .propose(leaver)
                        .orElseThrow()
                        .purchases()
                        .getFirst()
                        .onlyTaker())
                .contains(idle);
    }

    @Test
    void whereNobodyCanTakeAllItGoesLessonByLessonAndWhatNobodyCanIsNamed() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UserId near = world.trainer(town, town.north(1));
        UserId far = world.trainer(town, town.north(2));
        List<PurchaseSession> theirs = lessonsOf(purchase);
        occupied(near, theirs.get(0), theirs.get(1));
        occupied(far, theirs.get(1), theirs.get(2));

        List<DepartureProposal.Lesson> proposed =
                departures.propose(leaver).orElseThrow().purchases().getFirst().lessons();

        assertThat(proposed.get(0).taker()).isEqualTo(far);
        assertThat(proposed.get(1).taker()).isNull();
        assertThat(proposed.get(1).obstacles()).isEqualTo(Map.of(Candidate.Reason.SLOT_TAKEN, 2));
        assertThat(proposed.subList(2, 10))
                .extracting(DepartureProposal.Lesson::taker)
                .contains(near, near);
        assertThat(proposed.get(2).taker()).isEqualTo(near);
    }

    @Test
    void everybodyWhoCouldTakeSomeOfAPurchaseCanBeChosenWhoCouldTakeMostFirst() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UserId near = world.trainer(town, town.north(1));
        UserId far = world.trainer(town, town.north(2));
        UserId full = world.trainer(town, town.north(3), 0, ALL_DAY);
        List<PurchaseSession> theirs = lessonsOf(purchase);
        occupied(near, theirs.get(0), theirs.get(1));

        List<Taker> takers = departures.takers(leaver, purchase);

        assertThat(takers).extracting(Taker::trainer).containsExactly(far, near).doesNotContain(full);
        assertThat(takers.getFirst().lessons()).hasSize(10);
        assertThat(takers.getLast().lessons())
                .hasSize(8)
                .doesNotContain(theirs.get(0).id(), theirs.get(1).id());
        assertThat(takers.getFirst().distanceKm()).isCloseTo(2.0, within(0.05));
        assertThat(departures.takers(leaver, UUID.randomUUID())).isEmpty();
    }

    @Test
    void theOpenPagesOfBothTrainersAndTheStudentHearOfIt() {
        BookingRequest booking = world.booking(town);
        world.assign(town, booking);
        UserId taker = world.trainer(town, town.north(1));
        Set<LiveChange> heard = ConcurrentHashMap.newKeySet();
        try (var _ = live.subscribe(LessonTopics.CHANGED, heard::add)) {
            departures.apply(town.admin(), leaver, new Departure(handovers(), false));
            await().untilAsserted(() -> assertThat(Stream.of(leaver.value(), taker.value(), student(booking)))
                    .allMatch(person -> heard.stream().anyMatch(change -> change.mayConcern(person))));
        }
    }

    @Test
    void whatIsProposedForOnePurchaseIsTakenForTheNext() {
        world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "09:00", accounts.user()));
        world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "12:00", accounts.user()));
        UserId small = world.trainer(town, town.north(1), 1, ALL_DAY);
        UserId other = world.trainer(town, town.north(2), 1, ALL_DAY);

        assertThat(departures.propose(leaver).orElseThrow().purchases())
                .extracting(each -> each.onlyTaker().orElse(null))
                .containsExactly(small, other);

        jdbc.sql("update trainers set active = false where user_id = :id")
                .param("id", other.value())
                .update();
        DepartureProposal proposal = departures.propose(leaver).orElseThrow();
        assertThat(proposal.conflicts()).isEqualTo(10);
        assertThat(proposal.purchases().get(1).lessons().getFirst().obstacles())
                .isEqualTo(Map.of(Candidate.Reason.AT_CAPACITY, 1));
    }

    @Test
    void aHandoverMovesLessonsCopiesAllocationsAndLoadOnce() {
        BookingRequest booking = world.booking(town);
        UUID purchase = world.assign(town, booking).purchaseId();
        UserId taker = world.trainer(town, town.north(1));
        Departure all = new Departure(handovers(), true);

        Done done = done(departures.apply(town.admin(), leaver, all));

        assertThat(done).isEqualTo(new Done(10, 0, List.of(), 0, false));
        assertThat(lessonsOf(purchase)).extracting(PurchaseSession::trainerId).containsOnly(taker);
        assertThat(purchases.find(town.asAdmin(), purchase).orElseThrow().trainerId())
                .isEqualTo(taker);
        assertThat(seenBy(leaver)).isEmpty();
        assertThat(seenBy(taker))
                .hasSize(10)
                .extracting(TutoringSession::purchaseId)
                .containsOnly(purchase);
        assertThat(load(leaver)).isZero();
        assertThat(load(taker)).isEqualTo(1);
        assertThat(allocations(student(booking)))
                .containsExactlyInAnyOrder(leaver.value() + " ended", taker.value() + " approved");
        assertThat(trainer(leaver).active()).isFalse();
        assertThat(disagreements(purchase)).isZero();
        assertThat(trail.page(AuditFilter.ALL, null, 20))
                .anyMatch(entry -> entry.action().equals("training.lessons_handed_over")
                        && entry.user() != null
                        && entry.user().id().equals(leaver.value()));

        assertThat(done(departures.apply(town.admin(), leaver, all))).isEqualTo(new Done(0, 10, List.of(), 0, false));
    }

    @Test
    void aPartStaysAPart() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UserId taker = world.trainer(town, town.north(1));

        Done done = done(
                departures.apply(town.admin(), leaver, new Departure(handovers().subList(0, 4), false)));

        assertThat(done).isEqualTo(new Done(4, 0, List.of(), 6, true));
        assertThat(purchases.find(town.asAdmin(), purchase).orElseThrow().trainerId())
                .isEqualTo(leaver);
        assertThat(seenBy(taker)).hasSize(4);
        assertThat(seenBy(leaver)).hasSize(6);
        assertThat(departures
                        .propose(leaver)
                        .orElseThrow()
                        .purchases()
                        .getFirst()
                        .onlyTaker())
                .contains(taker);
    }

    @Test
    void whoeverHasLessonsOfAPurchaseAlreadyTakesTheRestWithoutMoreLoad() {
        world.assign(town, world.booking(town));
        UserId taker = world.trainer(town, town.north(1), 1, ALL_DAY);
        List<Handover> all = handovers();
        departures.apply(town.admin(), leaver, new Departure(all.subList(0, 4), false));

        assertThat(done(departures.apply(town.admin(), leaver, new Departure(all, false))))
                .isEqualTo(new Done(6, 4, List.of(), 0, true));
        assertThat(load(taker)).isEqualTo(1);
    }

    @Test
    void whatCannotBeTakenAnyMoreStaysAndIsNamed() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        UserId taker = world.trainer(town, town.north(1));
        UserId stranger = accounts.user();
        List<Handover> all = handovers();
        List<PurchaseSession> theirs = lessonsOf(purchase);
        occupied(taker, theirs.get(3));
        purchases.change(
                town.admin(), theirs.get(0).id(), new LessonChange(null, null, PurchaseSessionStatus.CANCELLED), null);
        List<Handover> wanted = new ArrayList<>(all.subList(0, 4));
        wanted.add(new Handover(theirs.get(4).id(), stranger));
        wanted.add(new Handover(new UUID(0, 7), taker));

        Done done = done(departures.apply(town.admin(), leaver, new Departure(wanted, false)));

        assertThat(done.moved()).isEqualTo(2);
        assertThat(done.left())
                .containsExactlyInAnyOrder(
                        new Left(theirs.get(0).id(), taker, Obstacle.NOT_TO_COME),
                        new Left(theirs.get(3).id(), taker, Obstacle.SLOT_TAKEN),
                        new Left(theirs.get(4).id(), stranger, Obstacle.NO_CANDIDATE),
                        new Left(new UUID(0, 7), taker, Obstacle.NOT_THEIRS));
        assertThat(done.remaining()).isEqualTo(7);
        assertThat(lessonsOf(purchase).get(3).trainerId()).isEqualTo(leaver);
    }

    @Test
    void aLessonThatHasBegunStaysWithWhoBeganIt() {
        UUID purchase = world.assign(town, world.booking(town)).purchaseId();
        world.trainer(town, town.north(1));
        List<Handover> all = handovers();
        UUID begun = seenBy(leaver).getFirst().id();
        lessons.act(caller(leaver), begun, TutoringAction.START);

        assertThat(departures.propose(leaver).orElseThrow().lessons()).isEqualTo(9);
        assertThat(done(departures.apply(town.admin(), leaver, new Departure(all, false)))
                        .left())
                .extracting(Left::why)
                .containsExactly(Obstacle.NOT_TO_COME);
        assertThat(lessonsOf(purchase).getFirst().trainerId()).isEqualTo(leaver);
    }

    @Test
    void whatContradictsItselfIsRefusedAsAWhole() {
        world.assign(town, world.booking(town));
        world.trainer(town, town.north(1));
        Handover one = handovers().getFirst();

        assertThat(departures.apply(
                        town.admin(),
                        leaver,
                        new Departure(List.of(one, one, new Handover(new UUID(0, 1), leaver)), true)))
                .isInstanceOfSatisfying(
                        DepartureOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("lessons.1.purchaseSessionId", "lessons.2.trainerId"));
        assertThat(givenBy(leaver)).isEqualTo(10);
        assertThat(departures.apply(town.admin(), accounts.user(), new Departure(List.of(), true)))
                .isInstanceOf(DepartureOutcome.Unknown.class);
    }

    @Test
    void twoWhoLeaveAtOnceNeverGiveOneTrainerTwoLessonsAtATime() throws Exception {
        UserId second = world.trainer(town, town.north(0.5));
        world.assign(town, world.booking(town));
        world.assign(town, world.booking(town));
        UserId taker = world.trainer(town, town.north(1));
        Departure one = new Departure(handoversOf(leaver, taker), true);
        Departure other = new Departure(handoversOf(second, taker), true);
        assertThat(one.lessons()).hasSize(10);
        assertThat(other.lessons()).hasSize(10);

        List<DepartureOutcome> outcomes = atOnce(List.of(
                () -> departures.apply(town.admin(), leaver, one),
                () -> departures.apply(town.admin(), second, other)));

        assertThat(outcomes).extracting(each -> done(each).moved()).containsExactlyInAnyOrder(10, 0);
        assertThat(outcomes)
                .flatExtracting(each -> done(each).left())
                .hasSize(10)
                .allMatch(left -> left.why() == Obstacle.SLOT_TAKEN);
        assertThat(givenBy(taker)).isEqualTo(10);
        assertThat(overlaps()).isZero();
    }

    @Test
    void twoWhoHandOverToEachOtherDoNotWaitInACircle() throws Exception {
        UserId second = world.trainer(town, town.north(0.5));
        world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "09:00", accounts.user()));
        jdbc.sql("update trainers set active = false where user_id = :id")
                .param("id", leaver.value())
                .update();
        world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "12:00", accounts.user()));
        jdbc.sql("update trainers set active = true where user_id = :id")
                .param("id", leaver.value())
                .update();
        Departure one = new Departure(handoversOf(leaver, second), false);
        Departure other = new Departure(handoversOf(second, leaver), false);

        List<DepartureOutcome> outcomes = atOnce(List.of(
                () -> departures.apply(town.admin(), leaver, one),
                () -> departures.apply(town.admin(), second, other)));

        assertThat(outcomes).extracting(each -> done(each).moved()).containsExactly(10, 10);
        assertThat(overlaps()).isZero();
    }

    @Test
    void aDepartureBesideAssignmentsLeavesNoOverlapAndNoLessonUnanswered() throws Exception {
        world.assign(town, world.booking(town));
        UserId taker = world.trainer(town, town.north(1));
        Departure departure = new Departure(handoversOf(leaver, taker), true);
        List<BookingRequest> bookings = List.of(world.booking(town), world.booking(town), world.booking(town));
        List<Callable<Object>> calls = new ArrayList<>();
        calls.add(() -> departures.apply(town.admin(), leaver, departure));
        bookings.forEach(booking -> calls.add(() -> world.assign(town, booking)));

        List<Object> answers = atOnce(calls);

        Done done = done((DepartureOutcome) answers.getFirst());
        assertThat(done.moved() + done.left().size()).isEqualTo(10);
        assertThat(overlaps()).isZero();
        assertThat(givenBy(taker)).isEqualTo(10);
        assertThat(trainer(leaver).active()).isFalse();
    }

    private List<Handover> handovers() {
        return departures.propose(leaver).orElseThrow().purchases().stream()
                .flatMap(purchase -> purchase.lessons().stream())
                .map(lesson -> lesson.handover().orElseThrow())
                .toList();
    }

    private List<Handover> handoversOf(UserId trainer, UserId taker) {
        return departures.propose(trainer).orElseThrow().purchases().stream()
                .flatMap(purchase -> purchase.lessons().stream())
                .map(lesson -> new Handover(lesson.id(), taker))
                .toList();
    }

    private static Done done(DepartureOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return (Done) outcome;
    }

    /** Lessons of another purchase at the same time. */
    private void occupied(UserId trainer, PurchaseSession... at) {
        Town elsewhere = world.town();
        UUID other = world.assigned(elsewhere);
        List<PurchaseSession> theirs = lessonsOf(other);
        for (int i = 0; i < at.length; i++) {
            jdbc.sql("update purchase_sessions set trainer_id = :trainer, starts_at = :start where id = :id")
                    .param("trainer", trainer.value())
                    .param("start", at[i].startsAt().atOffset(ZoneOffset.UTC))
                    .param("id", theirs.get(i).id())
                    .update();
        }
    }

    private List<PurchaseSession> lessonsOf(UUID purchase) {
        return purchases.find(town.asAdmin(), purchase).orElseThrow().lessons();
    }

    private Trainer trainer(UserId id) {
        return trainers.find(id).orElseThrow().value();
    }

    private static Caller caller(UserId trainer) {
        return new Caller(trainer, trainer.value(), Set.of(Role.TRAINER), new UUID(0, 1));
    }

    private List<TutoringSession> seenBy(UserId trainer) {
        return lessons.page(caller(trainer), new TutoringFilter(null, null, null, null), null, 100);
    }

    private int givenBy(UserId trainer) {
        return jdbc.sql("select count(*) from purchase_sessions where trainer_id = :id")
                .param("id", trainer.value())
                .query(Integer.class)
                .single();
    }

    private int load(UserId trainer) {
        return jdbc.sql("select load from trainers where user_id = :id")
                .param("id", trainer.value())
                .query(Integer.class)
                .single();
    }

    private List<String> allocations(String student) {
        return jdbc.sql("select trainer_id || ' ' || status from trainer_allocations where student_id = :id")
                .param("id", student)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int disagreements(UUID purchase) {
        return jdbc.sql("select count(*) from tutoring_session_disagreements where purchase_id = :id")
                .param("id", purchase)
                .query(Integer.class)
                .single();
    }

    private long overlaps() {
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

    private static String student(BookingRequest booking) {
        return Objects.requireNonNull(
                Objects.requireNonNull(booking.students()).getFirst().id());
    }
}
