package dev.gangway.wizard;

import static dev.gangway.wizard.TestWizards.answers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.wizard.internal.LapseStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GangwayTest
class LapsesTest {

    private static final String TWO = """
            steps:
              - {key: a, title: A, required: true, fields: [{key: x, type: number, label: X, required: true}]}
              - {key: b, title: B, fields: []}
            """;

    @Autowired
    private LapseStore store;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private Wizards wizards;

    @Autowired
    private WizardPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TestWizards testWizards;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UserId ada;
    private UUID wizard;

    @BeforeEach
    void someone() {
        ada = accounts.user();
        wizard = testWizards.publish(TWO);
    }

    /** Thousands of them would slow down whatever looks at everyone's. */
    @AfterEach
    void noneIsLeft() {
        jdbc.sql("delete from wizard_sessions where user_id = :user")
                .param("user", ada.value())
                .update();
    }

    @Test
    void thirtyDaysWithoutActivityAbandonAndOpeningBringsBack() {
        WizardSessionId id = begun(Duration.ofDays(30).minusSeconds(60));
        lapse();
        assertThat(status(id)).isEqualTo("in_progress");

        lapseIn(Duration.ofSeconds(61));
        assertThat(status(id)).isEqualTo("abandoned");
        assertThat(sessions.find(ada, id).orElseThrow().session().status()).isEqualTo(WizardSessionStatus.ABANDONED);
        assertThat(sessions.open(ada, id).orElseThrow().session().status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);

        lapse();
        assertThat(status(id)).as("it was opened just now").isEqualTo("in_progress");
    }

    @Test
    void aSlowOneThatIsStillWorkedOnSurvives() {
        WizardSessionId id = begun(Duration.ofDays(100));
        drafts.keep(ada, id, "a", answers("{'x': 0}"));

        lapse();

        assertThat(status(id)).isEqualTo("in_progress");
    }

    @Test
    void whatIsCompletedOrBuiltInIsLeftAlone() {
        WizardSessionId done = testWizards.begin(ada, wizard);
        sessions.complete(ada, done, "a", Submission.of(answers("{'x': 0}")));
        sessions.finish(ada, done);
        age(done, Duration.ofDays(400));
        UUID onboarding = UUID.randomUUID();
        jdbc.sql("""
                        insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status,
                            current_step, progress_percentage, steps, version, started_at, last_activity_at, updated_at)
                        select :id, :user, w.id, 1, 'Onboarding', 'in_progress', 'api_keys', 0, '{}', 0, now(), now(), now()
                        from wizards w where w.key = 'onboarding'
                        """).param("id", onboarding).param("user", ada.value()).update();
        age(new WizardSessionId(onboarding), Duration.ofDays(400));

        lapse();

        assertThat(status(done)).isEqualTo("completed");
        assertThat(status(new WizardSessionId(onboarding))).isEqualTo("in_progress");
    }

    @Test
    void whatRunsWhenItsWizardEndsExpiresForGood() {
        WizardSessionId idle = begun(Duration.ofDays(40));
        lapse();
        WizardSessionId live = testWizards.begin(ada, wizard);
        publishing.archive(wizard, clock.instant().plus(Duration.ofHours(1)));
        lapse();
        assertThat(List.of(status(idle), status(live))).containsExactly("abandoned", "in_progress");

        lapseIn(Duration.ofHours(2));
        assertThat(List.of(status(idle), status(live))).containsExactly("expired", "expired");
        assertThat(sessions.complete(ada, live, "a", Submission.of(answers("{'x': 1}"))))
                .containsInstanceOf(StepOutcome.Expired.class);
    }

    @Test
    void publishingAgainDoesNotReviveWhatHasEnded() {
        WizardSessionId live = testWizards.begin(ada, wizard);
        publishing.archive(wizard, clock.instant().minusSeconds(1));
        testWizards.publishAgain(wizard, TWO);

        assertThat(status(live)).isEqualTo("expired");
        assertThat(wizards.find(wizard).orElseThrow().endsAt()).isNull();

        WizardSessionId open = testWizards.begin(ada, wizard);
        publishing.archive(wizard, null);
        testWizards.publishAgain(wizard, TWO);
        assertThat(status(open)).isEqualTo("in_progress");
    }

    @Test
    void oneThatSomeoneIsWorkingOnAtThisMomentIsPassedOverWithoutWaiting() {
        WizardSessionId busy = begun(Duration.ofDays(40));
        WizardSessionId idle = begun(Duration.ofDays(40));
        transaction.executeWithoutResult(working -> {
            sessions.complete(ada, busy, "a", Submission.of(answers("{'x': 1}")));
            elsewhere(this::lapse);
        });

        assertThat(List.of(status(busy), status(idle))).containsExactly("in_progress", "abandoned");
    }

    @Test
    void aNextThatWaitsForTheJobIsStoredAndBringsBack() {
        WizardSessionId id = begun(Duration.ofDays(40));
        lapse();
        assertThat(sessions.complete(ada, id, "a", Submission.of(answers("{'x': 1}"))))
                .containsInstanceOf(StepOutcome.Advanced.class);
        assertThat(status(id)).isEqualTo("in_progress");
    }

    @Test
    void severalJobsAtOnceShareTheWorkOfMoreThanOneSet() throws Exception {
        jdbc.sql("""
                        insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status,
                            current_step, progress_percentage, steps, version, started_at, last_activity_at, updated_at)
                        select gen_random_uuid(), :user, :wizard, 1, 'Old', 'in_progress', 'a', 0, '{}', 0, :old, :old, :old
                        from generate_series(1, 2500)
                        """)
                .param("user", ada.value())
                .param("wizard", wizard)
                .param("old", Timestamp.from(clock.instant().minus(Duration.ofDays(31))))
                .update();
        long abandoned = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            Callable<Long> job = () -> lapse().abandoned();
            for (var future : pool.invokeAll(List.of(job, job, job))) {
                abandoned += future.get();
            }
        }

        assertThat(abandoned).isEqualTo(2500);
        assertThat(jdbc.sql("select count(*) from wizard_sessions where user_id = :user and status = 'abandoned'")
                        .param("user", ada.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2500);
        publishing.archive(wizard, clock.instant());
        assertThat(lapse().expired()).isEqualTo(2500);
    }

    private WizardSessionId begun(Duration ago) {
        WizardSessionId id = testWizards.begin(ada, wizard);
        age(id, ago);
        return id;
    }

    private void age(WizardSessionId id, Duration by) {
        jdbc.sql("""
                        update wizard_sessions
                        set started_at = started_at - cast(:by as interval), updated_at = updated_at - cast(:by as interval),
                            last_activity_at = last_activity_at - cast(:by as interval)
                        where id = :id
                        """).param("by", by.toString()).param("id", id.value()).update();
    }

    private Lapses.Lapsed lapse() {
        return lapseIn(Duration.ZERO);
    }

    private Lapses.Lapsed lapseIn(Duration later) {
        Instant then = clock.instant().plus(later);
        return new Lapses(store, transactions, Clock.fixed(then, ZoneOffset.UTC), new SimpleMeterRegistry()).run();
    }

    private static void elsewhere(Runnable work) {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            other.submit(work).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String status(WizardSessionId id) {
        return jdbc.sql("select status from wizard_sessions where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }
}
