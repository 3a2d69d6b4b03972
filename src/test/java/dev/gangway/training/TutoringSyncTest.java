package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.copy.Change;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.training.TrainingWorld.Town;
import dev.gangway.training.command.SyncTutoringSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import picocli.CommandLine;

@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class TutoringSyncTest {

    @Autowired
    private TrainingWorld world;

    @Autowired
    private TutoringSync sync;

    @Autowired
    private TutoringSessions tutoringSessions;

    @Autowired
    private Purchases purchases;

    @Autowired
    private List<Copy> copies;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient jdbc;

    private Town town = new Town(new Zone("", "", new Place(1, 1), 1, TrainingWorld.MADRID, true), "", new UserId("x"));

    @BeforeEach
    void aTown() {
        town = world.town();
    }

    @Test
    void anIdThatTheDatabaseMakesIsOfVersionSevenAndTellsItsMillisecond() {
        Instant at = Instant.parse("2028-02-29T12:34:56.789Z");
        List<UUID> ids = jdbc.sql("select time_ordered_id(?) from generate_series(1, 100)")
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((row, number) -> UUID.fromString(row.getString(1)))
                .list();

        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
        });
    }

    @Test
    void aFaultInsideTheSyncLeavesTheAssignmentAndTheNextRunMendsIt(CapturedOutput output) {
        world.trainer(town, town.centre());
        UserId student = accounts.user();
        UUID purchase = withFault(
                "new.student_id = '" + student + "'",
                () -> world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "17:00", student))
                        .purchaseId());

        assertThat(purchases.find(town.asAdmin(), purchase).orElseThrow().status())
                .isEqualTo(PurchaseStatus.ASSIGNED);
        assertThat(purchases.find(town.asAdmin(), purchase).orElseThrow().lessons())
                .hasSize(10);
        assertThat(lessons(purchase)).isEmpty();
        assertThat(output).contains("Failed to sync sessions: " + purchase);

        double before = meters.counter("gangway.training.sync.created").count();
        SyncReport report = sync.all(null, SyncProgress.NONE);

        assertThat(report.created()).isGreaterThanOrEqualTo(10);
        assertThat(lessons(purchase)).hasSize(10);
        assertThat(meters.counter("gangway.training.sync.created").count() - before)
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void doneAgainItChangesNothing(CapturedOutput output) {
        UUID purchase = world.assigned(town);
        remove(purchase);

        assertThat(done(purchase)).isEqualTo(new SyncReport(1, 10, 0, 0, List.of()));
        assertThat(output).contains("Successfully synced 10 sessions");
        assertThat(done(purchase)).isEqualTo(new SyncReport(1, 0, 0, 0, List.of()));
        assertThat(jdbc.sql("select max(sequence) from tutoring_sessions where purchase_id = ?")
                        .param(purchase)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void copiesFollowTheirSourceAndKeepWhatBecameOfThem() {
        UUID purchase = world.assigned(town);
        List<String> kept = List.of("in_progress", "pending_confirmation", "completed", "disputed", "cancelled");
        for (int i = 0; i < kept.size(); i++) {
            jdbc.sql("""
                            update tutoring_sessions t set status = ? from purchase_sessions s
                            where s.id = t.purchase_session_id and t.purchase_id = ? and s.session_number = ?
                            """).params(kept.get(i), purchase, i + 1).update();
        }
        jdbc.sql("""
                        update purchase_sessions set starts_at = starts_at + interval '1 hour', duration_minutes = 45,
                            status = case when session_number in (1, 6) then 'cancelled' else status end
                        where purchase_id = ?
                        """).param(purchase).update();
        Map<Integer, Instant> wanted = purchases.find(town.asAdmin(), purchase).orElseThrow().lessons().stream()
                .collect(Collectors.toMap(PurchaseSession::sessionNumber, PurchaseSession::startsAt));

        assertThat(done(purchase)).isEqualTo(new SyncReport(1, 0, 10, 0, List.of()));

        Map<Integer, TutoringSession> now =
                lessons(purchase).stream().collect(Collectors.toMap(TutoringSession::sessionNumber, lesson -> lesson));
        now.forEach((number, lesson) -> {
            assertThat(lesson.startsAt()).isEqualTo(wanted.get(number));
            assertThat(lesson.durationMinutes()).isEqualTo(45);
        });
        for (int i = 0; i < kept.size(); i++) {
            assertThat(now.get(i + 1))
                    .extracting(TutoringSession::status)
                    .hasToString(kept.get(i).toUpperCase(Locale.ROOT));
        }
        assertThat(now.get(6)).extracting(TutoringSession::status).isEqualTo(TutoringStatus.CANCELLED);
        assertThat(now.get(7)).extracting(TutoringSession::status).isEqualTo(TutoringStatus.SCHEDULED);
    }

    @Test
    void aStudentWithoutCoordinatesIsNamedForEachLessonAndTheOthersGoOn(CapturedOutput output) {
        world.trainer(town, town.centre());
        UserId ada = accounts.user();
        UserId bob = accounts.user();
        UUID purchase = world.assign(town, world.booking(town, "ONE_ON_TWO", "OFFLINE", "17:00", ada, bob))
                .purchaseId();
        remove(purchase);
        jdbc.sql("update students set latitude = null, longitude = null where user_id = ?")
                .param(bob.value())
                .update();

        SyncReport report = done(purchase);

        assertThat(report.created()).isEqualTo(10);
        assertThat(report.errors()).isEqualTo(10);
        assertThat(report.problems())
                .hasSize(10)
                .allMatch(problem -> texts.of(problem.why()).contains(bob.value()));
        assertThat(lessons(purchase))
                .hasSize(10)
                .allMatch(lesson -> lesson.studentId().equals(ada));
        assertThat(output).contains("Partially synced: 10 created, 0 updated, 10 errors");
    }

    @Test
    void aLessonThatTheDatabaseRefusesCostsNoOther() {
        UUID purchase = world.assigned(town);
        UUID second = world.assign(town, world.booking(town, "ONE_ON_ONE", "OFFLINE", "09:00", accounts.user()))
                .purchaseId();
        UUID bad = purchases
                .find(town.asAdmin(), purchase)
                .orElseThrow()
                .lessons()
                .get(3)
                .id();
        remove(purchase);
        remove(second);

        SyncReport report =
                withFault("new.purchase_session_id = '" + bad + "'", () -> sync.all(null, SyncProgress.NONE));

        assertThat(report.problems()).extracting(SyncProblem::row).contains(bad);
        assertThat(lessons(purchase)).hasSize(9);
        assertThat(lessons(second)).hasSize(10);
        assertThat(sync.lesson(bad, null)).isInstanceOf(SyncOutcome.Done.class);
        assertThat(lessons(purchase)).hasSize(10);
    }

    @Test
    void whatCannotBeSyncedIsSaid() {
        UUID waits = world.assign(town, world.booking(town)).purchaseId();
        UUID empty = world.assigned(world.town());
        jdbc.sql("delete from purchase_sessions where purchase_id = ?")
                .param(empty)
                .update();

        assertThat(sync.purchase(new UUID(1, 1), null)).isInstanceOf(SyncOutcome.Unknown.class);
        assertThat(sync.lesson(new UUID(1, 1), null)).isInstanceOf(SyncOutcome.Unknown.class);
        assertThat(sync.purchase(waits, null)).isInstanceOf(SyncOutcome.NotReady.class);
        assertThat(sync.purchase(empty, null)).isInstanceOf(SyncOutcome.NotReady.class);
        assertThat(sync.all(null, SyncProgress.NONE).problems())
                .extracting(SyncProblem::row)
                .contains(empty);
        jdbc.sql("delete from course_purchases where id = ?").param(empty).update();
    }

    @Test
    void aChangeOfOneLessonIsSeenAtOnceAndMeetsNoOther() {
        UUID purchase = world.assigned(town);
        List<PurchaseSession> before =
                purchases.find(town.asAdmin(), purchase).orElseThrow().lessons();
        Instant later = before.getFirst().startsAt().plusSeconds(7200);

        assertThat(change(before.getFirst(), later)).isInstanceOf(LessonOutcome.Changed.class);
        assertThat(lessons(purchase).getFirst().startsAt()).isEqualTo(later);
        assertThat(change(before.getFirst(), before.get(1).startsAt().plusSeconds(60)))
                .isInstanceOf(LessonOutcome.Overlaps.class);
        assertThat(lessons(purchase).getFirst().startsAt()).isEqualTo(later);
    }

    @Test
    void theCommandTellsAndThenDoes() {
        UUID purchase = world.assigned(town);
        remove(purchase);

        assertThat(run("--purchase", purchase.toString(), "--dry-run")).contains("would create: 10");
        assertThat(lessons(purchase)).isEmpty();
        assertThat(run("--purchase", purchase.toString())).contains("created: 10", "errors: 0");
        assertThat(run("--purchase", new UUID(1, 1).toString())).contains("Unknown purchase");
    }

    @Test
    void theReconcilePageSeesMendsAndRestoresThem() {
        Copy copy = copies.stream()
                .filter(each -> each.name().equals("tutoring_sessions"))
                .findFirst()
                .orElseThrow();
        UUID purchase = world.assigned(town);
        TutoringSession drifted = lessons(purchase).getFirst();
        TutoringSession missing = lessons(purchase).getLast();
        jdbc.sql("update tutoring_sessions set starts_at = starts_at + interval '1 minute' where id = ?")
                .param(drifted.id())
                .update();
        jdbc.sql("delete from tutoring_sessions where id = ?")
                .param(missing.id())
                .update();
        String first = drifted.purchaseSessionId() + "/1";
        String last = missing.purchaseSessionId() + "/1";

        List<Disagreement> seen = copy.page(Disagreement.Kind.all(), "", 1000).stream()
                .filter(each -> List.of(first, last).contains(each.row()))
                .toList();
        assertThat(seen)
                .extracting(Disagreement::row, Disagreement::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(first, Disagreement.Kind.DIFFERS),
                        org.assertj.core.groups.Tuple.tuple(last, Disagreement.Kind.MISSING));
        assertThat(copy.count(Disagreement.Kind.all(), 1000).rows()).isGreaterThanOrEqualTo(2);

        List<Change> changes = transaction.execute(status -> copy.mend(List.of(first, last)));
        assertThat(changes).hasSize(2);
        assertThat(lessons(purchase)).hasSize(10);
        assertThat(lessons(purchase).getFirst().startsAt()).isEqualTo(drifted.startsAt());
        assertThat(transaction.<List<Change>>execute(status -> copy.mend(List.of(first, last))))
                .isEmpty();

        assertThat(transaction.<List<String>>execute(status -> copy.restore(changes)))
                .hasSize(2);
        assertThat(lessons(purchase)).hasSize(9);
        assertThat(lessons(purchase).getFirst().startsAt())
                .isEqualTo(drifted.startsAt().plusSeconds(60));
        done(purchase);
    }

    private LessonOutcome change(PurchaseSession lesson, Instant start) {
        return purchases.change(town.admin(), lesson.id(), new LessonChange(start, null, null), null);
    }

    private SyncReport done(UUID purchase) {
        return ((SyncOutcome.Done) sync.purchase(purchase, town.admin())).report();
    }

    private void remove(UUID purchase) {
        jdbc.sql("delete from tutoring_sessions where purchase_id = ?")
                .param(purchase)
                .update();
    }

    private List<TutoringSession> lessons(UUID purchase) {
        return tutoringSessions.page(town.asAdmin(), new TutoringFilter(purchase, null, null, null), null, 200);
    }

    /** Has the database refuse copies on a condition while something is done. */
    private <T> T withFault(String condition, Supplier<T> work) {
        jdbc.sql("""
                        create or replace function refuse_for_test() returns trigger language plpgsql as
                        'begin raise exception ''refused by the test''; end'
                        """).update();
        jdbc.sql("create trigger refused_for_test before insert on tutoring_sessions for each row when (" + condition
                        + ") execute function refuse_for_test()")
                .update();
        try {
            return work.get();
        } finally {
            jdbc.sql("drop trigger refused_for_test on tutoring_sessions").update();
            jdbc.sql("drop function refuse_for_test").update();
        }
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter both = new PrintWriter(out, true);
        new CommandLine(new SyncTutoringSessions(sync, texts))
                .setOut(both)
                .setErr(both)
                .execute(arguments);
        return out.toString();
    }
}
