package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentOutcome.Decided;
import dev.gangway.training.BookingRequest.SentStudent;
import dev.gangway.training.Candidate.Reason;
import dev.gangway.training.TrainingWorld.Town;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

@GangwayTest
class AssignmentsTest {

    @Autowired
    private TrainingWorld world;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Purchases purchases;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TutoringSessions tutoringSessions;

    @Autowired
    private Trainers trainers;

    @Autowired
    private Waitlist waitlist;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private Town town = new Town(new Zone("", "", new Place(1, 1), 1, TrainingWorld.MADRID, true), "", new UserId("x"));

    @BeforeEach
    void aTown() {
        town = world.town();
    }

    @Test
    void theNearestWhoCanGivesTheLessonsAndTheVerdictSaysWhyNobodyElse() {
        UserId unknownHome = world.trainer(town, null);
        UserId far = world.trainer(town, town.north(10.1));
        UserId full = world.trainer(town, town.north(1), 0, new WorkingHours(0, 1440));
        UserId asleep = world.trainer(town, town.north(2), 9, new WorkingHours(0, 17 * 60 + 39));
        UserId nearest = world.trainer(town, town.north(3));
        UserId farther = world.trainer(town, town.north(4));

        Decided decided = world.assign(town, world.booking(town));

        assertThat(decided.result()).isEqualTo(AssignmentResult.ASSIGNED);
        assertThat(decided.trainer()).isEqualTo(nearest);
        Verdict verdict = assignments.verdict(decided.purchaseId()).orElseThrow();
        assertThat(verdict.id()).isEqualTo(decided.verdictId());
        assertThat(verdict.isComplete()).isTrue();
        assertThat(verdict.candidates())
                .extracting(Verdict.Considered::trainer, Verdict.Considered::eligible, Verdict.Considered::reason)
                .containsExactly(
                        tuple(full, false, Reason.AT_CAPACITY),
                        tuple(asleep, false, Reason.OUTSIDE_WORKING_HOURS),
                        tuple(nearest, true, null),
                        tuple(farther, true, Reason.FARTHER),
                        tuple(far, false, Reason.TOO_FAR),
                        tuple(unknownHome, false, Reason.NO_COORDINATES));
        assertThat(verdict.candidates().get(2).distanceKm()).isCloseTo(3.0, org.assertj.core.data.Offset.offset(0.01));
    }

    @Test
    void onlineLessonsGoToWhoHasTheLeastToDoWhereverTheyLive() {
        UserId near = world.trainer(town, town.centre());
        UserId away = world.trainer(town, null);
        assertThat(world.assign(town, world.booking(town, "ONE_ON_ONE", "ONLINE", "09:00", testAccounts.user()))
                        .trainer())
                .isEqualTo(near.value().compareTo(away.value()) < 0 ? near : away);
        UserId second = Objects.requireNonNull(
                world.assign(town, world.booking(town, "ONE_ON_ONE", "ONLINE", "10:00", testAccounts.user()))
                        .trainer());
        UserId third = Objects.requireNonNull(
                world.assign(town, world.booking(town, "ONE_ON_ONE", "ONLINE", "11:00", testAccounts.user()))
                        .trainer());

        assertThat(List.of(second, third)).containsExactlyInAnyOrder(near, away);
        assertThat(third).as("equally loaded: who has waited longer").isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONLINE", "OFFLINE"})
    void whoWorksInTheEveningIsFoundBehindHundredsWhoDoNot(String lessonType) {
        jdbc.sql("""
                        with made as (
                            insert into accounts (id, username, created_at, updated_at)
                            select :town || '-early-' || n, :town || '-early-' || n, now(), now() from generate_series(1, 330) n
                            returning id),
                        numbered as (select id, row_number() over () % 3 as shift from made)
                        insert into trainers (user_id, zone_id, latitude, longitude, capacity, active, works_from, works_to,
                            time_zone, created_at, updated_at)
                        select id, :zone, :latitude, :longitude, 10, true, 60 * shift, 1000 + shift, 'Europe/Madrid', now(), now()
                        from numbered
                        """)
                .param("town", town.course())
                .param("zone", town.zone().id())
                .param("latitude", town.centre().latitude())
                .param("longitude", town.centre().longitude())
                .update();
        jdbc.sql("""
                        insert into trainer_courses (trainer_id, position, course_id)
                        select user_id, 1, :course from trainers where zone_id = :zone
                        """)
                .param("course", town.course())
                .param("zone", town.zone().id())
                .update();
        UserId nearest = world.trainer(town, town.north(1));
        world.trainer(town, town.north(2));
        jdbc.sql("update trainers set last_assigned_at = now() - interval '1 hour' where user_id = ?")
                .param(nearest.value())
                .update();
        jdbc.sql("update trainers set last_assigned_at = now() where user_id <> ? and zone_id = ? and works_to = 1440")
                .params(nearest.value(), town.zone().id())
                .update();

        Decided decided =
                world.assign(town, world.booking(town, "ONE_ON_ONE", lessonType, "17:00", testAccounts.user()));

        assertThat(decided.trainer()).isEqualTo(nearest);
        Verdict verdict = assignments.verdict(decided.purchaseId()).orElseThrow();
        assertThat(verdict.isComplete()).isFalse();
        assertThat(verdict.candidates()).hasSize(101);
        assertThat(verdict.candidates().subList(0, 100))
                .extracting(Verdict.Considered::reason)
                .containsOnly(Reason.OUTSIDE_WORKING_HOURS);
        assertThat(verdict.candidates().getLast().trainer()).isEqualTo(nearest);
    }

    @Test
    void everyStudentSeesEveryLessonOnceTheAnswerIsThere() {
        UserId trainer = world.trainer(town, town.centre());
        UserId ada = testAccounts.user();
        UserId bob = testAccounts.user();
        UserId eve = testAccounts.user();

        Decided decided = world.assign(town, world.booking(town, "ONE_ON_THREE", "OFFLINE", "17:00", ada, bob, eve));

        List<TutoringSession> lessons = lessons(decided.purchaseId());
        assertThat(lessons).hasSize(30).allMatch(lesson -> trainer.equals(lesson.trainerId()));
        for (UserId student : List.of(ada, bob, eve)) {
            assertThat(lessons)
                    .filteredOn(lesson -> lesson.studentId().equals(student))
                    .hasSize(10);
        }
        assertThat(count("trainer_allocations", "trainer_id", trainer.value())).isEqualTo(3);
    }

    @Test
    void theSameBookingAgainIsAnsweredAsTheFirstTimeAndMakesNothing() {
        world.trainer(town, town.centre());
        BookingRequest booking = world.booking(town);
        Decided first = world.assign(town, booking);
        world.trainer(town, town.centre());

        Decided again = world.assign(town, booking);

        assertThat(again.isRepeated()).isTrue();
        assertThat(again.purchaseId()).isEqualTo(first.purchaseId());
        assertThat(again.verdictId()).isEqualTo(first.verdictId());
        assertThat(again.trainer()).isEqualTo(first.trainer());
        assertThat(count("course_purchases", "course_id", town.course())).isOne();
    }

    @Test
    void eachDecisionIsInTheAuditTrailOnceForEachStudent() {
        UserId ada = testAccounts.user();
        UserId bob = testAccounts.user();
        UserId eve = testAccounts.user();
        Decided nowhere = world.assign(
                town,
                TrainingWorld.at(world.booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", ada), new Place(-80.5, 100)));
        Decided waits = world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", bob));
        world.trainer(town, town.centre());
        BookingRequest three = world.booking(town, "ONE_ON_THREE", "OFFLINE", "19:00", ada, bob, eve);
        Decided given = world.assign(town, three);
        world.assign(town, three);

        assertThat(trail.page(new AuditFilter(town.admin(), "training.assigned"), null, 20))
                .extracting(entry -> Objects.requireNonNull(entry.user()).id(), AuditEntry::details)
                .containsExactlyInAnyOrder(
                        tuple(ada.value(), details(nowhere)),
                        tuple(bob.value(), details(waits)),
                        tuple(ada.value(), details(given)),
                        tuple(bob.value(), details(given)),
                        tuple(eve.value(), details(given)));
    }

    @Test
    void whatAPurchaseItselfAddsToTheLoadKeepsNobodyFromGivingIt() {
        UserId trainer = world.trainer(town, town.centre(), 1, new WorkingHours(0, 1440));
        BookingRequest booking = world.booking(town);
        world.assign(town, booking);

        Verdict again = ((WhatIfOutcome.Imagined) assignments.whatIf(booking, 0)).verdict();

        assertThat(again.chosen()).isEqualTo(trainer);
        assertThat(again.candidates()).singleElement().satisfies(each -> {
            assertThat(each.load()).isZero();
            assertThat(each.eligible()).isTrue();
        });
        assertThat(((WhatIfOutcome.Imagined) assignments.whatIf(world.booking(town), 0))
                        .verdict()
                        .chosen())
                .as("another purchase")
                .isNull();
    }

    private static Map<String, JsonNode> details(Decided decided) {
        return Map.of(
                "purchase", StringNode.valueOf(decided.purchaseId().toString()),
                "result", StringNode.valueOf(decided.result().name()));
    }

    @Test
    void whereNoZoneCoversThePlaceThatIsTheAnswerAndIsKept() {
        BookingRequest far = TrainingWorld.at(world.booking(town), new Place(-80.5, 100));
        Decided decided = world.assign(town, far);

        assertThat(decided.result()).isEqualTo(AssignmentResult.SERVICE_NOT_AVAILABLE);
        assertThat(decided.trainer()).isNull();
        assertThat(assignments.verdict(decided.purchaseId()).orElseThrow().candidates())
                .isEmpty();
        assertThat(lessons(decided.purchaseId())).isEmpty();
    }

    @Test
    void whatIsWrongStoresNothing() {
        BookingRequest past = TrainingWorld.starting(
                world.booking(town), "WEEKDAY_DAILY", world.monday().minusWeeks(4));
        BookingRequest unknown = new BookingRequest(
                past.bookingId(),
                "no-such-course",
                past.classType(),
                10,
                past.deliveryMode(),
                null,
                world.monday().toString(),
                "17:00",
                past.latitude(),
                past.longitude(),
                past.students());

        assertThat(problems(past)).containsExactly("startDate");
        assertThat(problems(unknown)).containsExactly("courseId");
        assertThat(count("course_purchases", "booking_id", Objects.requireNonNull(past.bookingId())))
                .isZero();
    }

    @Test
    void whoHasNoProfileGetsOneAndWhoHasNoAccountToo() {
        world.trainer(town, town.centre());
        String unknown = "user_" + ids.next();
        BookingRequest booking = world.booking(town);
        booking = new BookingRequest(
                booking.bookingId(),
                booking.courseId(),
                booking.classType(),
                10,
                booking.deliveryMode(),
                null,
                booking.startDate(),
                "17:00",
                booking.latitude(),
                booking.longitude(),
                List.of(new SentStudent(unknown, "Ada Byron", unknown + "@example.org")));

        Decided decided = world.assign(town, booking);

        assertThat(lessons(decided.purchaseId())).hasSize(10);
        assertThat(accounts.find(new UserId(unknown)).orElseThrow().email()).isEqualTo(unknown + "@example.org");
        assertThat(jdbc.sql("select name from students where user_id = ?")
                        .param(unknown)
                        .query(String.class)
                        .single())
                .isEqualTo("Ada Byron");
    }

    @Test
    void anAssignmentThatIsRolledBackLeavesNothing() {
        UserId trainer = world.trainer(town, town.centre());
        String unknown = "user_" + ids.next();
        BookingRequest booking = world.booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", new UserId(unknown));
        transaction.executeWithoutResult(status -> {
            assertThat(world.assign(town, booking).result()).isEqualTo(AssignmentResult.ASSIGNED);
            status.setRollbackOnly();
        });

        assertThat(count("course_purchases", "course_id", town.course())).isZero();
        assertThat(count("purchase_sessions", "trainer_id", trainer.value())).isZero();
        assertThat(count("tutoring_sessions", "trainer_id", trainer.value())).isZero();
        assertThat(count("trainer_allocations", "trainer_id", trainer.value())).isZero();
        assertThat(count("accounts", "id", unknown)).isZero();
        assertThat(jdbc.sql("select load from trainers where user_id = ?")
                        .param(trainer.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIfTellsAnotherTimeAndAWiderCircleAndChangesNothing() {
        UserId near = world.trainer(town, town.centre());
        UserId outside = world.trainer(town, town.north(11));
        BookingRequest booking = world.booking(town);
        assertThat(world.assign(town, booking).trainer()).isEqualTo(near);
        BookingRequest sameTime = world.booking(town);

        assertThat(imagined(sameTime, 0).result()).isEqualTo(AssignmentResult.WAITLISTED);
        assertThat(imagined(sameTime, 2).chosen()).isEqualTo(outside);
        assertThat(imagined(world.booking(town, "ONE_ON_ONE", "OFFLINE", "18:00", testAccounts.user()), 0)
                        .chosen())
                .isEqualTo(near);
        assertThat(imagined(booking, 0).chosen())
                .as("its own lessons are not in its way")
                .isEqualTo(near);
        assertThat(count("course_purchases", "course_id", town.course())).isOne();
    }

    @Test
    void whoWaitsGetsATrainerAsSoonAsThereIsOne() {
        UserId trainer = world.trainer(town, town.centre(), 1, new WorkingHours(0, 1440));
        Decided first = world.assign(town, world.booking(town));
        Decided second = world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "09:00", testAccounts.user()));
        assertThat(second.result()).isEqualTo(AssignmentResult.WAITLISTED);
        assertThat(lessons(second.purchaseId())).isEmpty();

        cancelAll(first.purchaseId());
        waitlist.retry();

        Purchase got = purchases.find(town.asAdmin(), second.purchaseId()).orElseThrow();
        assertThat(got.status()).isEqualTo(PurchaseStatus.ASSIGNED);
        assertThat(got.trainerId()).isEqualTo(trainer);
        assertThat(got.lessons()).hasSize(10);
        assertThat(lessons(second.purchaseId())).hasSize(10);
        assertThat(assignments.verdict(second.purchaseId()).orElseThrow().result())
                .isEqualTo(AssignmentResult.ASSIGNED);
    }

    @Test
    void aNewTrainerIsFoundByThoseWhoWait() {
        Decided waits = world.assign(town, world.booking(town));
        assertThat(waits.result()).isEqualTo(AssignmentResult.WAITLISTED);

        UserId trainer = world.trainer(town, town.centre());
        waitlist.retry();

        assertThat(waitlist.retry(waits.purchaseId()))
                .as("whoever gave it a trainer")
                .isTrue();
        assertThat(purchases
                        .find(town.asAdmin(), waits.purchaseId())
                        .orElseThrow()
                        .trainerId())
                .isEqualTo(trainer);
    }

    @Test
    void aSeriesOverTheChangeOfTheClockKeepsItsTimeForTheTrainer() {
        world.trainer(town, town.centre());
        ZoneOffsetTransition change = TrainingWorld.MADRID
                .getRules()
                .nextTransition(ZonedDateTime.of(world.monday().atStartOfDay(), TrainingWorld.MADRID)
                        .toInstant());
        BookingRequest booking = TrainingWorld.starting(
                world.booking(town),
                "WEEKDAY_DAILY",
                change.getDateTimeBefore().toLocalDate().minusDays(5));

        List<TutoringSession> lessons = lessons(world.assign(town, booking).purchaseId());

        assertThat(lessons)
                .hasSize(10)
                .allMatch(lesson -> lesson.startsAt()
                        .atZone(TrainingWorld.MADRID)
                        .toLocalTime()
                        .equals(LocalTime.of(17, 0)));
        assertThat(lessons.stream()
                        .map(lesson -> TrainingWorld.MADRID.getRules().getOffset(lesson.startsAt()))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void aTrainerWhoIsNotActiveOrNotCertifiedIsNoCandidate() {
        Town other = world.town();
        UserId id = testAccounts.user();
        world.put(
                town,
                new Trainer(
                        id,
                        town.zone().id(),
                        town.centre(),
                        List.of(other.course()),
                        5,
                        true,
                        new WorkingHours(0, 1440),
                        TrainingWorld.MADRID));
        UserId resting = testAccounts.user();
        world.put(
                town,
                new Trainer(
                        resting,
                        town.zone().id(),
                        town.centre(),
                        List.of(town.course()),
                        5,
                        false,
                        new WorkingHours(0, 1440),
                        TrainingWorld.MADRID));

        Decided decided = world.assign(town, world.booking(town));

        assertThat(decided.result()).isEqualTo(AssignmentResult.WAITLISTED);
        assertThat(assignments.verdict(decided.purchaseId()).orElseThrow().candidates())
                .isEmpty();
        assertThat(trainers.find(id)).isPresent();
    }

    private void cancelAll(UUID purchase) {
        for (PurchaseSession lesson :
                purchases.find(town.asAdmin(), purchase).orElseThrow().lessons()) {
            purchases.change(
                    town.admin(), lesson.id(), new LessonChange(null, null, PurchaseSessionStatus.CANCELLED), null);
        }
    }

    private List<TutoringSession> lessons(UUID purchase) {
        return tutoringSessions.page(town.asAdmin(), new TutoringFilter(purchase, null, null, null), null, 200);
    }

    private Verdict imagined(BookingRequest booking, double extraKm) {
        return ((WhatIfOutcome.Imagined) assignments.whatIf(booking, extraKm)).verdict();
    }

    private List<String> problems(BookingRequest booking) {
        return ((AssignmentOutcome.Invalid) assignments.assign(town.admin(), booking))
                .problems().stream().map(FieldProblem::field).toList();
    }

    private long count(String table, String column, String value) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(value)
                .query(Long.class)
                .single();
    }
}
