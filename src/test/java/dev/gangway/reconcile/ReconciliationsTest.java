package dev.gangway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.reconcile.Apply.State;
import dev.gangway.reconcile.internal.ApplyStore;
import dev.gangway.reconcile.internal.Batches;
import dev.gangway.reconcile.internal.Choice;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class ReconciliationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Reconciliations reconciliations;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ApplyStore applies;

    @Autowired
    private Batches batches;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UserId admin;

    /** 2,500 rows: a third differs, a third was not copied, a third of the copies has no source. */
    @BeforeEach
    void aLedgerThatIsWrongInEveryWay() {
        admin = accounts.user();
        empty();
        jdbc.sql("""
                        insert into ledger_sources
                        select lpad(to_hex(i), 32, '0')::uuid, i from generate_series(1, 2500) i where i % 3 < 2
                        """).update();
        jdbc.sql("""
                        insert into ledger_copies
                        select lpad(to_hex(i), 32, '0')::uuid, -i from generate_series(1, 2500) i where i % 3 in (0, 2)
                        """).update();
    }

    @AfterEach
    void empty() {
        jdbc.sql("truncate ledger_sources, ledger_copies").update();
        jdbc.sql("delete from reconcile_applies where copy = 'ledger'").update();
    }

    @Test
    void everyCopyIsKnownWithWhatDisagrees() {
        assertThat(reconciliations.copies()).extracting(copy -> copy.name()).contains("ledger", "login_sessions");
        assertThat(ledger.count(Kind.all(), 10).rows()).isEqualTo(2500);
        assertThat(ledger.page(EnumSet.of(Kind.ORPHANED), "", 2))
                .containsExactly(
                        new Disagreement(row(2), Kind.ORPHANED, null, amount(-2), Map.of()),
                        new Disagreement(row(5), Kind.ORPHANED, null, amount(-5), Map.of()));
    }

    @Test
    void applyingAllOfOneKindLeavesTheOthers() {
        Apply done = finished(started(reconciliations.applyAll(ledger, EnumSet.of(Kind.ORPHANED), admin)));

        assertThat(done.kinds()).containsExactly(Kind.ORPHANED);
        assertThat(done.expected()).isEqualTo(833);
        assertThat(done.changed()).isEqualTo(833);
        assertThat(ledger.count(EnumSet.of(Kind.ORPHANED), 10).rows()).isZero();
        assertThat(ledger.count(Kind.all(), 2000).rows()).isEqualTo(2500 - 833);
    }

    @Test
    void applyingAllMendsEveryRowInTheBackgroundAndOnceOnly() {
        Apply done = finished(started(reconciliations.applyAll(ledger, Kind.all(), admin)));

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.expected()).isEqualTo(2500);
        assertThat(done.changed()).isEqualTo(2500);
        assertThat(done.skipped()).isZero();
        assertThat(done.startedBy()).isEqualTo(admin.value());
        assertThat(ledger.count(Kind.all(), 10).rows()).isZero();
        Apply again = finished(started(reconciliations.applyAll(ledger, Kind.all(), admin)));
        assertThat(again.changed()).isZero();
        assertThat(reconciliations.undoable(ledger)).contains(done.id());
    }

    @Test
    void onlyChosenRowsAreMendedAndOnesThatAgreeByNowAreSkipped() {
        jdbc.sql("update ledger_sources set amount = -3 where id = :id")
                .param("id", UUID.fromString(row(3)))
                .update();

        Apply done = finished(started(reconciliations.apply(ledger, List.of(row(4), row(3), row(2)), admin)));

        assertThat(done.selected()).isEqualTo(3);
        assertThat(done.changed()).isEqualTo(2);
        assertThat(done.skipped()).isEqualTo(1);
        assertThat(ledger.count(Kind.all(), 10).rows()).isEqualTo(2497);
    }

    @Test
    void undoBringsBackWhatDidNotChangeSinceAndNamesTheRest() {
        List<String> before = copies();
        Apply done = finished(started(reconciliations.applyAll(ledger, Kind.all(), admin)));
        jdbc.sql("update ledger_copies set amount = 7 where id = :id")
                .param("id", UUID.fromString(row(3)))
                .update();

        Apply undone = finished(started(reconciliations.undo(ledger, done.id(), admin)));

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        Apply.Undo undo = Objects.requireNonNull(undone.undo());
        assertThat(undo.restored()).isEqualTo(2499);
        assertThat(undo.kept()).isEqualTo(1);
        assertThat(reconciliations.kept(done.id(), 10)).containsExactly(row(3));
        List<String> after = copies();
        after.removeAll(before);
        assertThat(after).containsExactly(row(3) + " 7");
        assertThat(reconciliations.undo(ledger, done.id(), admin)).isInstanceOf(ApplyOutcome.Nothing.class);
    }

    @Test
    void onlyTheLastApplyCanBeUndone() {
        Apply first = finished(started(reconciliations.apply(ledger, List.of(row(3)), admin)));
        Apply last = finished(started(reconciliations.apply(ledger, List.of(row(4)), admin)));

        assertThat(reconciliations.undo(ledger, first.id(), admin)).isInstanceOf(ApplyOutcome.Nothing.class);
        finished(started(reconciliations.undo(ledger, last.id(), admin)));
        assertThat(reconciliations.undoable(ledger)).isEmpty();
    }

    @Test
    void ofTwoAppliesAtOnceOneStartsAndTheOtherIsTold() throws Exception {
        Callable<ApplyOutcome> press = () -> reconciliations.applyAll(ledger, Kind.all(), admin);
        List<ApplyOutcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var outcome : threads.invokeAll(Collections.nCopies(4, press))) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(ApplyOutcome.Started.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(ApplyOutcome.AtWork.class::isInstance)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(
                                ((ApplyOutcome.AtWork) outcome).other().copy())
                        .isEqualTo("ledger"));
        finished(started(outcomes.stream()
                .filter(ApplyOutcome.Started.class::isInstance)
                .findAny()
                .orElseThrow()));
    }

    @Test
    void aCancelledApplyKeepsWhatItDidAndCanBeUndone() {
        UUID id = begunByHand();
        batches.next(id);
        batches.next(id);

        reconciliations.cancel(id, admin);

        assertThat(batches.next(id)).isFalse();
        Apply cancelled = reconciliations.find(id).orElseThrow();
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.changed()).isEqualTo(1000);
        assertThat(cancelled.progress()).hasValue(0.4);
        assertThat(ledger.count(Kind.all(), 10).rows()).isEqualTo(1500);
        finished(started(reconciliations.undo(ledger, id, admin)));
        assertThat(ledger.count(Kind.all(), 10).rows()).isEqualTo(2500);
    }

    @Test
    void whatWasCutOffByACrashGoesOnWhereItWasAndTwoWorkersDoNothingTwice() throws Exception {
        UUID id = begunByHand();
        batches.next(id);
        batches.next(id);

        try (var threads = Executors.newFixedThreadPool(3)) {
            Callable<Integer> worker = () -> {
                int batch = 0;
                while (batches.next(id)) {
                    batch++;
                }
                return batch;
            };
            int together = 0;
            for (var worked : threads.invokeAll(Collections.nCopies(3, worker))) {
                together += worked.get();
            }
            assertThat(together).as("batches of the 1,500 rows left").isEqualTo(2);
        }

        Apply done = reconciliations.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.changed()).isEqualTo(2500);
        assertThat(jdbc.sql("select count(*) from reconcile_changes where apply_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(2500);
    }

    @Test
    void everyApplyAndUndoStandsInTheAuditTrail() {
        Apply done = finished(started(reconciliations.apply(ledger, List.of(row(3), row(4)), admin)));
        finished(started(reconciliations.undo(ledger, done.id(), admin)));

        List<AuditEntry> entries = trail.page(AuditFilter.of(admin), null, 10);
        assertThat(entries).extracting(AuditEntry::action).containsExactly("reconcile.undone", "reconcile.applied");
        assertThat(Objects.requireNonNull(entries.getLast().details().get("rows"))
                        .asInt())
                .isEqualTo(2);
        assertThat(trail.page(AuditFilter.of("reconcile.finished"), null, 2))
                .extracting(entry ->
                        Objects.requireNonNull(entry.details().get("state")).asString())
                .containsExactly("undone", "done");
    }

    @Test
    void anApplyThatCannotBeWorkedOffIsGivenUpAndMakesRoom() {
        UUID id = begunByHand();
        batches.next(id);
        batches.next(id);

        batches.giveUp(id);

        assertThat(reconciliations.find(id).orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(finished(started(reconciliations.applyAll(ledger, Kind.all(), admin)))
                        .changed())
                .isEqualTo(1500);
    }

    @Test
    void aPersonTakesAlongWhatWasChangedAboutThem() {
        UserId ada = accounts.user();
        Apply done = finished(started(reconciliations.apply(ledger, List.of(row(3)), ada)));
        jdbc.sql("update reconcile_changes set user_id = :user where apply_id = :id")
                .param("user", ada.value())
                .param("id", done.id())
                .update();

        jdbc.sql("delete from accounts where id = :id").param("id", ada.value()).update();

        assertThat(reconciliations.find(done.id()).orElseThrow().startedBy()).isNull();
        assertThat(jdbc.sql("select count(*) from reconcile_changes where apply_id = :id")
                        .param("id", done.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void oldAppliesAreForgottenWithWhatTheyChanged() {
        Apply done = finished(started(reconciliations.apply(ledger, List.of(row(3)), admin)));

        assertThat(applies.forget(clock.instant().minus(Duration.ofDays(1)))).isZero();
        assertThat(applies.forget(clock.instant().plusSeconds(1))).isPositive();

        assertThat(reconciliations.find(done.id())).isEmpty();
        assertThat(reconciliations.applies(ledger, null, 10)).isEmpty();
    }

    private UUID begunByHand() {
        UUID id = UUID.fromString("0197f000-0000-7000-8000-" + String.format("%012d", clock.millis() % 1_000_000_000L));
        applies.begin(id, "ledger", Choice.of(Kind.all()), admin, clock.instant());
        return id;
    }

    private static Apply started(ApplyOutcome outcome) {
        assertThat(outcome).isInstanceOf(ApplyOutcome.Started.class);
        return ((ApplyOutcome.Started) outcome).apply();
    }

    private Apply finished(Apply apply) {
        await().atMost(PATIENCE)
                .until(() -> !reconciliations.find(apply.id()).orElseThrow().isAtWork());
        return reconciliations.find(apply.id()).orElseThrow();
    }

    private List<String> copies() {
        return new ArrayList<>(jdbc.sql("select id || ' ' || amount as copy from ledger_copies order by id")
                .query((row, number) -> row.getString("copy"))
                .list());
    }

    private static Map<String, Object> amount(int amount) {
        return Map.of("amount", amount);
    }

    private static String row(int number) {
        return new UUID(0, number).toString();
    }
}
