package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.Cleanup.Deletion;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.Started;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GangwayTest
class OnboardingCleanupTest {

    @Autowired
    private OnboardingCleanup cleanup;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private UserId ada;

    @BeforeEach
    void anOnboardingUnderWay() {
        ada = accounts.user();
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
    }

    @Test
    void anOnboardingWithoutActivityIsAbandonedThenDeletedAfterSevenDays() {
        age("25 hours");
        cleanup.run(24, Deletion.AFTER_GRACE);
        assertThat(onboardings.status(ada).status()).isEqualTo("abandoned");

        age("6 days");
        cleanup.run(24, Deletion.AFTER_GRACE);
        assertThat(onboardings.status(ada).status()).isEqualTo("abandoned");

        age("25 hours");
        cleanup.run(24, Deletion.AFTER_GRACE);
        assertThat(onboardings.status(ada).status()).isEqualTo("not_started");
        assertThat(rows("api_keys") + rows("website_analyses")).isZero();
    }

    @Test
    void aSlowOneThatIsStillWorkedOnSurvives() {
        age("100 days");
        onboardings.keepDraft(
                ada, OnboardingStep.RESEARCH, StepData.answers("{'competitors': ['https://example.org']}"));

        cleanup.run(1, Deletion.AT_ONCE);

        assertThat(onboardings.status(ada).status()).isEqualTo("in_progress");
    }

    @Test
    void aCompletedOneSurvives() {
        stepData.complete(ada, OnboardingStep.RESEARCH);
        onboardings.skip(ada, OnboardingStep.PERSONA);
        onboardings.skip(ada, OnboardingStep.FIRST_DECLARATION);
        onboardings.finish(ada);
        age("100 days");

        cleanup.run(1, Deletion.AT_ONCE);

        assertThat(onboardings.status(ada).completed()).isTrue();
    }

    @Test
    void anAdministratorBringsNobodysAbandonedOneBack() {
        UserId admin = accounts.user();
        age("25 hours");
        cleanup.run(24, Deletion.AFTER_GRACE);

        Started found = onboardings.startFor(ada, admin);

        assertThat(found.resumed()).isTrue();
        assertThat(onboardings.status(ada).status()).isEqualTo("abandoned");
        assertThat(trail.page(AuditFilter.of(ada), null, 5)).isEmpty();
    }

    @Test
    void theReturnOfThePersonBringsAnAbandonedOneBack() {
        age("25 hours");
        cleanup.run(24, Deletion.AFTER_GRACE);

        onboardings.start(ada);

        assertThat(onboardings.status(ada).status()).isEqualTo("in_progress");
        assertThat(onboardings.status(ada).currentStep()).isEqualTo("research");
        cleanup.run(24, Deletion.AFTER_GRACE);
        assertThat(onboardings.status(ada).status()).isEqualTo("in_progress");
    }

    @Test
    void purgingDeletesAtOnce() {
        age("25 hours");

        Cleanup done = cleanup.run(24, Deletion.AT_ONCE);

        assertThat(done.deletedCount()).isPositive();
        assertThat(done.abandonedCount()).isZero();
        assertThat(onboardings.status(ada).status()).isEqualTo("not_started");
    }

    @Test
    void whoAskedForACleanupStandsInTheAuditTrail() {
        age("25 hours");
        UserId admin = accounts.user();

        Cleanup done = cleanup.run(24, Deletion.AT_ONCE, admin);

        assertThat(done.deletedCount()).isPositive();
        assertThat(trail.page(AuditFilter.of(admin), null, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("onboarding.cleaned_up"))
                .satisfies(entry -> assertThat(entry.details())
                        .hasEntrySatisfying(
                                "deleted", count -> assertThat(count.asLong()).isEqualTo(done.deletedCount())));
    }

    @Test
    void aPreviewCountsAndChangesNothing() {
        age("25 hours");

        assertThat(cleanup.preview(24, Deletion.AFTER_GRACE).abandonedCount()).isPositive();
        assertThat(cleanup.preview(24, Deletion.AT_ONCE).deletedCount()).isPositive();
        assertThat(onboardings.status(ada).status()).isEqualTo("in_progress");
        assertThat(cleanup.run(24, Deletion.AFTER_GRACE).abandonedCount()).isPositive();
        assertThat(cleanup.preview(24, Deletion.AFTER_GRACE).abandonedCount()).isZero();
    }

    @Test
    void cleanupsAtOnceCountEachOnboardingOnce() throws Exception {
        cleanup.run(1, Deletion.AT_ONCE);
        age("25 hours");
        Callable<Cleanup> run = () -> cleanup.run(24, Deletion.AFTER_GRACE);
        long abandoned = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, run))) {
                abandoned += done.get().abandonedCount();
            }
        }

        assertThat(abandoned).isEqualTo(1);
    }

    @Test
    void oneThatIsBeingWorkedOnAtThisMomentIsPassedOver() throws Exception {
        age("25 hours");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from wizard_sessions where user_id = ? for update")
                    .param(ada.value())
                    .query(UUID.class)
                    .single();
            try (var thread = Executors.newSingleThreadExecutor()) {
                thread.submit(() -> cleanup.run(24, Deletion.AFTER_GRACE)).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(onboardings.status(ada).status()).isEqualTo("in_progress");
    }

    @Test
    void liveLoginSessionsFollowADeletion() {
        jdbc.sql("""
                        insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                            onboarding_step, created_at, updated_at, last_activity, expires_at)
                        values (gen_random_uuid(), :user, sha256(cast(:user as bytea)), 'api', true, false, 'research',
                            now(), now(), now(), now() + interval '1 day')
                        """).param("user", ada.value()).update();
        age("25 hours");

        cleanup.run(24, Deletion.AT_ONCE);

        assertThat(jdbc.sql("select onboarding_step from login_sessions where user_id = ?")
                        .param(ada.value())
                        .query(String.class)
                        .single())
                .isEqualTo("api_keys");
    }

    @Test
    void theDatabaseFunctionAloneDoesTheSame() {
        age("25 hours");

        jdbc.sql("select * from cleanup_onboarding_sessions(24)").query().singleRow();

        assertThat(onboardings.status(ada).status()).isEqualTo("abandoned");
        assertThatThrownBy(() -> jdbc.sql("select * from cleanup_onboarding_sessions(0)")
                        .query()
                        .singleRow())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> cleanup.run(8761, Deletion.AFTER_GRACE)).isInstanceOf(IllegalArgumentException.class);
    }

    private void age(String interval) {
        jdbc.sql("""
                        update wizard_sessions
                        set started_at = started_at - cast(:by as interval),
                            last_activity_at = last_activity_at - cast(:by as interval),
                            abandoned_at = abandoned_at - cast(:by as interval)
                        where user_id = :user
                        """).param("by", interval).param("user", ada.value()).update();
        // Else the projector may hold the row at the moment of the cleanup, which passes it over.
        projector.catchUp();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where user_id = ?")
                .param(ada.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
