package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.StepOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real threads: people walk their onboarding and log in while copies are broken and two synchronisations run. */
@GangwayTest
class SyncsAtOnceTest {

    private static final int PEOPLE = 6;
    private static final int DEVICES = 4;

    @Autowired
    private OnboardingSync sync;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Test
    void twoSyncsAndNextsAtOnceLeaveEveryCopyRightAndNobodyFails() throws Exception {
        List<Account> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(((AccountOutcome.Saved) accounts.create(NewAccount.named("at-once-" + ids.next(), Role.USER)))
                    .account());
        }
        double failures = meters.counter("gangway.login.copy.failures").count();
        AtomicBoolean walking = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE + 3)) {
            Callable<List<String>> syncing = () -> {
                List<String> problems = new ArrayList<>();
                while (walking.get()) {
                    sync.run(new SyncScope(null, SyncScope.Reach.ALL), new SyncListener() {
                        @Override
                        public void failed(UUID loginSession, String reason) {
                            problems.add(reason);
                        }
                    });
                }
                return problems;
            };
            List<Future<List<String>>> syncs = List.of(threads.submit(syncing), threads.submit(syncing));
            Future<?> breaking = threads.submit(() -> {
                while (walking.get()) {
                    people.forEach(this::breakCopies);
                }
            });
            List<Future<?>> walks = new ArrayList<>();
            for (Account person : people) {
                walks.add(threads.submit(() -> walk(person)));
            }
            try {
                for (Future<?> walk : walks) {
                    walk.get();
                }
            } finally {
                walking.set(false);
            }
            breaking.get();
            for (Future<List<String>> each : syncs) {
                assertThat(each.get()).as("errors of a sync").isEmpty();
            }
        }

        sync.run(SyncScope.LIVE, SyncListener.NONE);
        assertThat(meters.counter("gangway.login.copy.failures").count()).isEqualTo(failures);
        assertThat(jdbc.sql("select count(*) from login_session_copies where wrong and is_active")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(people)
                .allSatisfy(person -> assertThat(loginSessions.list(person.id(), null, 50))
                        .hasSize(DEVICES * (OnboardingStep.values().length + 1))
                        .allSatisfy(
                                session -> assertThat(session.onboardingStep()).isEqualTo("completed")));
    }

    private void walk(Account person) {
        for (OnboardingStep step : OnboardingStep.values()) {
            begin(person);
            if (step == OnboardingStep.SUMMARY) {
                assertThat(onboardings.finish(person.id())).isInstanceOf(FinishOutcome.Finished.class);
            } else {
                assertThat(stepData.complete(person.id(), step)).isInstanceOf(StepOutcome.Advanced.class);
            }
        }
        begin(person);
    }

    private void begin(Account person) {
        for (int device = 0; device < DEVICES; device++) {
            NewLogin login = loginSessions
                    .begin(person, LoginKind.API, new Origin("127.0.0.1", null))
                    .orElseThrow();
            assertThat(loginSessions.recognise(login.token())).isPresent();
        }
    }

    /** One row after the other, as a hand in the database would. */
    private void breakCopies(Account person) {
        loginSessions
                .list(person.id(), null, 50)
                .forEach(session -> jdbc.sql("""
                                update login_sessions
                                set needs_onboarding = not needs_onboarding, onboarding_step = 'completed'
                                where id = ?
                                """).param(session.id()).update());
    }
}
