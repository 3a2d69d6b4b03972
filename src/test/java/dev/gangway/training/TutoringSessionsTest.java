package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.privacy.ErasureOutcome;
import dev.gangway.privacy.Erasures;
import dev.gangway.training.TrainingWorld.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class TutoringSessionsTest {

    private static final TutoringFilter ALL = new TutoringFilter(null, null, null, null);

    @Autowired
    private TrainingWorld world;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Erasures erasures;

    @Autowired
    private JdbcClient jdbc;

    private Town town = new Town(new Zone("", "", new Place(1, 1), 1, TrainingWorld.MADRID, true), "", new UserId("x"));
    private UserId trainer = new UserId("x");
    private UserId ada = new UserId("x");
    private UserId bob = new UserId("x");
    private UUID purchase = new UUID(0, 0);

    @BeforeEach
    void twoStudentsAndTheirTrainer() {
        town = world.town();
        trainer = world.trainer(town, town.centre());
        ada = accounts.user();
        bob = accounts.user();
        purchase = world.assign(town, world.booking(town, "ONE_ON_TWO", "OFFLINE", "17:00", ada, bob))
                .purchaseId();
    }

    @Test
    void eachSeesTheirOwnOnly() {
        assertThat(lessons.page(as(ada, Role.USER), ALL, null, 200))
                .hasSize(10)
                .allMatch(each -> each.studentId().equals(ada));
        assertThat(lessons.page(as(trainer, Role.TRAINER), ALL, null, 200)).hasSize(20);
        assertThat(lessons.page(as(ada, Role.USER), TutoringFilter.of(bob), null, 200))
                .isEmpty();
        assertThat(lessons.page(
                        as(accounts.user(), Role.USER, Role.TRAINER),
                        new TutoringFilter(purchase, null, null, null),
                        null,
                        200))
                .isEmpty();
        assertThat(lessons.page(as(accounts.user(), Role.TRAINER), TutoringFilter.givenBy(trainer), null, 200))
                .isEmpty();
        assertThat(purchases.find(as(ada, Role.USER), purchase)).isPresent();
        assertThat(purchases.find(as(accounts.user(), Role.USER), purchase)).isEmpty();
        assertThat(purchases.find(as(trainer, Role.TRAINER), purchase)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepetition() {
        List<TutoringSession> all = lessons.page(as(trainer, Role.TRAINER), ALL, null, 200);
        List<TutoringSession> byPages = new ArrayList<>();
        TutoringFilter.Position after = null;
        for (int i = 0; i < 7; i++) {
            List<TutoringSession> page = lessons.page(as(trainer, Role.TRAINER), ALL, after, 3);
            byPages.addAll(page);
            after = new TutoringFilter.Position(
                    page.getLast().startsAt(), page.getLast().id());
        }

        assertThat(byPages).isEqualTo(all);
    }

    @Test
    void aLessonIsStartedEndedAndConfirmedByItsTwoSidesOnly() {
        UUID lesson = of(ada);
        Caller student = as(ada, Role.USER);
        Caller teacher = as(trainer, Role.TRAINER);
        Caller stranger = as(accounts.user(), Role.USER, Role.TRAINER);

        assertThat(lessons.act(stranger, lesson, TutoringAction.START)).isInstanceOf(TutoringOutcome.Unknown.class);
        assertThat(lessons.act(as(bob, Role.USER), lesson, TutoringAction.CONFIRM))
                .isInstanceOf(TutoringOutcome.Unknown.class);
        assertThat(lessons.act(student, lesson, TutoringAction.START)).isInstanceOf(TutoringOutcome.NotYours.class);
        assertThat(lessons.act(teacher, lesson, TutoringAction.COMPLETE))
                .isInstanceOf(TutoringOutcome.WrongState.class);
        assertThat(status(teacher, lesson, TutoringAction.START)).isEqualTo(TutoringStatus.IN_PROGRESS);
        assertThat(lessons.act(teacher, lesson, TutoringAction.CANCEL)).isInstanceOf(TutoringOutcome.WrongState.class);
        assertThat(status(teacher, lesson, TutoringAction.COMPLETE)).isEqualTo(TutoringStatus.PENDING_CONFIRMATION);
        assertThat(lessons.act(teacher, lesson, TutoringAction.CONFIRM)).isInstanceOf(TutoringOutcome.NotYours.class);
        assertThat(status(student, lesson, TutoringAction.DISPUTE)).isEqualTo(TutoringStatus.DISPUTED);
        assertThat(status(town.asAdmin(), lesson, TutoringAction.CONFIRM)).isEqualTo(TutoringStatus.COMPLETED);
    }

    @Test
    void theTimeIsFreeOnceTheLastStudentsLessonIsCalledOff() {
        Caller teacher = as(trainer, Role.TRAINER);
        List<TutoringSession> first = lessons.page(teacher, ALL, null, 2);
        assertThat(first.getFirst().purchaseSessionId())
                .isEqualTo(first.getLast().purchaseSessionId());

        status(teacher, first.getFirst().id(), TutoringAction.CANCEL);
        assertThat(source(first.getFirst())).isEqualTo(PurchaseSessionStatus.SCHEDULED);
        status(teacher, first.getLast().id(), TutoringAction.CANCEL);
        assertThat(source(first.getFirst())).isEqualTo(PurchaseSessionStatus.CANCELLED);
    }

    @Test
    void whatOneStudentBoughtGoesWithThemAndWhatSeveralBoughtWithTheLast() {
        erase(ada);
        assertThat(lessons.page(town.asAdmin(), new TutoringFilter(purchase, null, null, null), null, 200))
                .hasSize(10)
                .allMatch(each -> each.studentId().equals(bob));

        erase(bob);
        assertThat(purchases.find(town.asAdmin(), purchase)).isEmpty();
        assertThat(jdbc.sql("select load from trainers where user_id = ?")
                        .param(trainer.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void lessonsOfATrainerWhoIsErasedGoToAnotherAtTheSameTimes() {
        List<PurchaseSession> before =
                purchases.find(town.asAdmin(), purchase).orElseThrow().lessons();
        UserId other = world.trainer(town, town.north(1));

        erase(trainer);
        waitlist.retry();

        Purchase now = purchases.find(town.asAdmin(), purchase).orElseThrow();
        assertThat(now.trainerId()).isEqualTo(other);
        assertThat(now.lessons())
                .extracting(PurchaseSession::startsAt)
                .isEqualTo(before.stream().map(PurchaseSession::startsAt).toList());
        assertThat(lessons.page(as(ada, Role.USER), ALL, null, 200))
                .hasSize(10)
                .allMatch(each -> other.equals(each.trainerId()));
    }

    private void erase(UserId person) {
        assertThat(erasures.erase(person, person.value())).isInstanceOf(ErasureOutcome.Erased.class);
    }

    private UUID of(UserId student) {
        return lessons.page(as(student, Role.USER), ALL, null, 1).getFirst().id();
    }

    private TutoringStatus status(Caller caller, UUID lesson, TutoringAction action) {
        return ((TutoringOutcome.Done) lessons.act(caller, lesson, action))
                .lesson()
                .status();
    }

    private PurchaseSessionStatus source(TutoringSession lesson) {
        return Objects.requireNonNull(purchases.find(town.asAdmin(), purchase).orElseThrow().lessons().stream()
                .filter(each -> each.id().equals(lesson.purchaseSessionId()))
                .findFirst()
                .orElseThrow()
                .status());
    }

    private static Caller as(UserId person, Role... roles) {
        return new Caller(person, person.value(), Set.of(roles), new UUID(0, 1));
    }
}
