package dev.gangway.wizard;

import static dev.gangway.wizard.TestWizards.answers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.wizard.internal.ProjectionStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server's own projector runs beside these tests, so that each of them has a second one to get along with. */
@GangwayTest
class OverviewProjectorTest {

    private static final String TWO_STEPS = """
            steps:
              - {key: first, title: First, required: true, fields: [{key: a, type: number, label: A}]}
              - {key: second, title: Second, required: true, fields: [{key: b, type: number, label: B}]}
            """;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private TestWizards wizards;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private ProjectionStore store;

    @Autowired
    private Transactions transactions;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    private UUID wizard = new UUID(0, 0);

    @BeforeEach
    void aWizard() {
        wizard = wizards.publish(TWO_STEPS);
    }

    @Test
    void whatPeopleDoIsInTheGridAfterwards() {
        UserId ada = accounts.user();
        WizardSessionId run = wizards.begin(ada, wizard);
        projector.catchUp();
        assertThat(row(run)).containsEntry("current_step", "first").containsEntry("account_name", ada.value());

        sessions.next(ada, run, "first", Submission.of(answers("{'a': 1}")));
        sessions.change(ada, run, new Change("Ärmel", null, null));
        projector.catchUp();
        assertThat(row(run)).containsEntry("current_step", "second").containsEntry("name_key", "ärmel");

        sessions.delete(ada, run);
        assertThat(row(run)).isEmpty();
        projector.catchUp();
        assertThat(row(run)).isEmpty();
    }

    @Test
    void anotherNameOfTheAccountReachesAllItsRows() {
        UserId ada = accounts.user();
        WizardSessionId run = wizards.begin(ada, wizard);
        WizardSessionId other = wizards.begin(ada, wizard);
        jdbc.sql("update accounts set username = 'New ' || id where id = :id")
                .param("id", ada.value())
                .update();

        projector.catchUp();

        assertThat(row(run)).containsEntry("account_name", "New " + ada.value());
        assertThat(row(other)).containsEntry("account_name", "New " + ada.value());
    }

    @Test
    void anErasedAccountIsGoneAtOnce() {
        UserId ada = accounts.user();
        WizardSessionId run = wizards.begin(ada, wizard);
        projector.catchUp();
        jdbc.sql("delete from accounts where id = :id").param("id", ada.value()).update();

        assertThat(row(run)).isEmpty();
    }

    @Test
    void aCrashBetweenTakingAndWritingLosesNothing() {
        WizardSessionId run = wizards.begin(accounts.user(), wizard);
        projector.catchUp();
        jdbc.sql("update wizard_sessions set session_name = 'After' where id = :id")
                .param("id", run.value())
                .update();
        try {
            transactions.inOne(() -> {
                store.awaitTurn();
                store.project(10_000);
                throw new IllegalStateException("killed before the commit");
            });
        } catch (IllegalStateException killed) {
            assertThat(killed).hasMessageContaining("killed");
        }

        projector.catchUp();

        assertThat(row(run)).containsEntry("session_name", "After");
    }

    @Test
    void aChangeThatIsCommittedLateIsNotPassedOver() throws Exception {
        WizardSessionId early = wizards.begin(accounts.user(), wizard);
        WizardSessionId late = wizards.begin(accounts.user(), wizard);
        projector.catchUp();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> slow = threads.submit(() -> transactions.inOne(() -> {
                rename(early, "Written first");
                written.countDown();
                return awaited(commit);
            }));
            assertThat(awaited(written)).isTrue();
            rename(late, "Written second");
            projector.catchUp();
            assertThat(row(late)).containsEntry("session_name", "Written second");
            commit.countDown();
            assertThat(slow.get()).isTrue();
        }

        projector.catchUp();

        assertThat(row(early)).containsEntry("session_name", "Written first");
    }

    @Test
    void whoeverHoldsARowIsNotWaitedForAndNotForgotten() throws Exception {
        WizardSessionId held = wizards.begin(accounts.user(), wizard);
        projector.catchUp();
        rename(held, "While held");
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            // The order of locks of an erasure: first the wizard session, then its row in the grid.
            Future<Boolean> holder = threads.submit(() -> transactions.inOne(() -> {
                jdbc.sql("select id from wizard_session_overview where id = :id for update")
                        .param("id", held.value())
                        .query()
                        .listOfRows();
                holding.countDown();
                return awaited(release);
            }));
            assertThat(awaited(holding)).isTrue();
            projector.catchUp();
            release.countDown();
            assertThat(holder.get()).isTrue();
        }

        projector.catchUp();

        assertThat(row(held)).containsEntry("session_name", "While held");
    }

    @Test
    void manyWritersErasuresAndTwoProjectorsAtOnceLeaveNothingWrong() throws Exception {
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(accounts.user());
        }
        List<Callable<Integer>> work = new ArrayList<>();
        for (UserId person : people) {
            work.add(() -> walk(person));
        }
        work.add(this::project);
        work.add(this::project);
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isPositive();
            }
        }
        projector.catchUp();

        assertThat(jdbc.sql("""
                        select count(*) from wizard_sessions ws
                                 full join wizard_session_overview o on o.id = ws.id
                        where coalesce(ws.wizard_id, o.wizard_id) = :wizard
                          and (ws.current_step, ws.session_name, ws.status, ws.version, ws.last_activity_at)
                              is distinct from (o.current_step, o.session_name, o.status, o.version, o.last_activity_at)
                        """).param("wizard", wizard).query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("""
                        select count(*) from wizard_session_classes c
                        where c.wizard_id = :wizard
                          and c.rows + (select coalesce(sum(d.rows), 0) from wizard_session_class_changes d where d.class = c.id)
                              <> (select count(*) from wizard_session_overview o where o.class = c.id)
                        """).param("wizard", wizard).query(Long.class).single())
                .isZero();
    }

    @Test
    void howFarBehindItIsCanBeWatched() {
        wizards.begin(accounts.user(), wizard);
        projector.catchUp();

        assertThat(meters.get("gangway.overview.lag").timer().max(TimeUnit.SECONDS))
                .isLessThan(60);
        assertThat(meters.get("gangway.overview.backlog").gauge().value()).isNotNegative();
    }

    private int walk(UserId person) {
        for (int i = 0; i < 12; i++) {
            WizardSessionId run = wizards.begin(person, wizard);
            sessions.next(person, run, "first", Submission.of(answers("{'a': 1}")));
            if (i % 3 == 0) {
                sessions.next(person, run, "second", Submission.of(answers("{'b': 1}")));
            } else if (i % 3 == 1) {
                sessions.delete(person, run);
            }
        }
        if (person.value().hashCode() % 2 == 0) {
            jdbc.sql("delete from accounts where id = :id")
                    .param("id", person.value())
                    .update();
        }
        return 1;
    }

    private int project() {
        for (int i = 0; i < 30; i++) {
            projector.catchUp();
        }
        return 1;
    }

    private void rename(WizardSessionId run, String name) {
        jdbc.sql("update wizard_sessions set session_name = :name where id = :id")
                .param("name", name)
                .param("id", run.value())
                .update();
    }

    private Map<String, String> row(WizardSessionId run) {
        return jdbc.sql("""
                        select account_name, session_name, name_key, current_step
                        from wizard_session_overview where id = :id
                        """)
                .param("id", run.value())
                .query((row, number) -> Map.of(
                        "account_name", row.getString(1),
                        "session_name", row.getString(2),
                        "name_key", row.getString(3),
                        "current_step", row.getString(4)))
                .optional()
                .orElse(Map.of());
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
