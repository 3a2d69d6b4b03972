package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.command.ToldFailures;
import dev.gangway.base.security.Role;
import dev.gangway.jobs.BackgroundJobs;
import dev.gangway.login.SyncScope.Reach;
import dev.gangway.login.command.SyncSessionOnboarding;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** The command, with copies of one account broken by hand in every possible way. */
@GangwayTest
class SyncSessionOnboardingTest {

    private static final List<String> STEPS = List.of("completed", "api_keys", "persona", "no_such_step");

    @Autowired
    private OnboardingSync sync;

    @Autowired
    private BackgroundJobs jobs;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Account ada = new Account(new dev.gangway.base.UserId("nobody"), "", null, java.util.Set.of(), true, false);

    @BeforeEach
    void anAccount() {
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("sync-" + ids.next(), Role.USER))).account();
    }

    @AfterEach
    void nothingIsLeft() {
        jdbc.sql("delete from accounts where id = ?").param(ada.id().value()).update();
    }

    @Test
    void aDryRunChangesNothingAndCountsExactly() {
        finish();
        List<NewLogin> wrong = everyWrongWay();
        List<String> before = rows();

        assertThat(run("--user", ada.username(), "--dry-run")).isZero();

        assertThat(rows()).isEqualTo(before);
        assertThat(lines())
                .hasSize(wrong.size() + 5)
                .endsWith(
                        "checked: 17",
                        "would update: 15",
                        "already in sync: 2",
                        "without onboarding progress: 0",
                        "errors: 0");
    }

    @Test
    void aRunMendsEveryWrongWayAndASecondOneUpdatesNothing() {
        finish();
        everyWrongWay();

        assertThat(run("--user", ada.id().value())).isZero();

        assertThat(lines()).contains("checked: 17", "updated: 15", "already in sync: 2", "errors: 0");
        assertThat(copies()).containsOnly("f t completed");

        out.getBuffer().setLength(0);
        assertThat(run("--user", ada.id().value())).isZero();
        assertThat(lines())
                .containsExactly(
                        "checked: 17",
                        "updated: 0",
                        "already in sync: 17",
                        "without onboarding progress: 0",
                        "errors: 0");
    }

    @Test
    void wrongCompleteIsMendedToo() {
        stepData.walkTo(ada.id(), OnboardingStep.RESEARCH);
        NewLogin login = begin();
        breakCopy(login, false, true, "completed");

        assertThat(run("--user", ada.username())).isZero();

        assertThat(lines().getFirst())
                .isEqualTo(login.session().id() + " " + ada.id()
                        + " needs_onboarding false→true onboarding_step completed→research");
        assertThat(copies()).containsOnly("t f research");
    }

    @Test
    void accountsWithoutOnboardingProgressAreCounted() {
        begin();
        breakCopy(begin(), false, true, "completed");

        assertThat(run("--user", ada.username())).isZero();

        assertThat(lines())
                .endsWith(
                        "checked: 2",
                        "updated: 1",
                        "already in sync: 1",
                        "without onboarding progress: 2",
                        "errors: 0");
        assertThat(copies()).containsOnly("t f api_keys");
    }

    @Test
    void endedAndExpiredOnesAreReachedOnlyWhereAskedFor() {
        NewLogin ended = begin();
        NewLogin expired = begin();
        breakCopy(ended, false, true, "completed");
        breakCopy(expired, false, true, "completed");
        jdbc.sql("update login_sessions set is_active = false where id = ?")
                .param(ended.session().id())
                .update();
        jdbc.sql("""
                        update login_sessions
                        set created_at = now() - interval '2 days', last_activity = now() - interval '25 hours',
                            expires_at = now() - interval '1 hour'
                        where id = ?
                        """).param(expired.session().id()).update();

        assertThat(run("--user", ada.username())).isZero();
        assertThat(lines()).contains("checked: 0", "updated: 0");
        assertThat(run("--user", ada.username(), "--active-only=true")).isZero();
        assertThat(copies()).containsOnly("f t completed");

        out.getBuffer().setLength(0);
        assertThat(run("--user", ada.username(), "--active-only=false")).isZero();
        assertThat(lines()).contains("checked: 2", "updated: 2");
        assertThat(copies()).containsOnly("t f api_keys");
    }

    @Test
    void anUnknownAccountIsNamedAndEndsWithOne() {
        assertThat(run("--user", "no-such-person")).isEqualTo(1);
        assertThat(err.toString()).contains("Unknown account: no-such-person");
        assertThat(out.toString()).isEmpty();
        assertThat(run("--user", "")).isEqualTo(1);
        assertThat(run("--active-only=perhaps")).isEqualTo(2);
    }

    @Test
    void aRowThatCannotBeMendedIsAnErrorAndKeepsNoOtherWrong() {
        NewLogin stubborn = begin();
        NewLogin other = begin();
        breakCopy(stubborn, false, true, "completed");
        breakCopy(other, false, true, "completed");
        whileUpdating(
                stubborn.session().id(),
                "raise exception 'broken on purpose';",
                () -> assertThat(run("--user", ada.username())).isEqualTo(1));

        assertThat(lines()).contains("checked: 2", "updated: 1", "already in sync: 0", "errors: 1");
        assertThat(err.toString()).contains(stubborn.session().id().toString(), "broken on purpose");
        assertThat(copies()).containsExactlyInAnyOrder("f t completed", "t f api_keys");
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void whereTheDatabaseGoesAwayNothingIsToldThatIsNotStoredAndTheNextRunEndsIt(Reach reach) {
        List<NewLogin> logins = List.of(begin(), begin(), begin());
        logins.forEach(login -> breakCopy(login, false, true, "completed"));
        UUID last = logins.getLast().session().id();
        String[] asked = {"--user", ada.username(), "--active-only=" + (reach == Reach.ACTIVE)};

        whileUpdating(last, "perform pg_terminate_backend(pg_backend_pid());", () -> {
            assertThat(run(asked)).isEqualTo(1);

            assertThat(err.toString()).contains("the database went away (FATAL: terminating connection");
            assertThat(err.toString()).contains("Run the command again");
            assertThat(told()).containsExactlyInAnyOrderElementsOf(stored("api_keys"));
            assertThat(stored("completed")).contains(last);
            assertThat(out.toString()).doesNotContain("checked:");
        });

        Set<UUID> before = Set.copyOf(told());
        assertThat(run(asked)).isZero();
        assertThat(lines()).contains("checked: 3", "updated: " + (3 - before.size()), "errors: 0");
        assertThat(copies()).containsOnly("t f api_keys");
    }

    @Test
    void whereTheDatabaseGoesAwayWhileEveryoneIsMendedTheRunFailsAndTellsOnlyWhatIsStored() {
        NewLogin login = begin();
        breakCopy(login, false, true, "completed");

        whileUpdating(login.session().id(), "perform pg_terminate_backend(pg_backend_pid());", () -> {
            assertThat(run()).isEqualTo(1);

            assertThat(err.toString()).contains("the database went away");
            assertThat(told()).doesNotContain(login.session().id());
            assertThat(copies()).containsExactly("f t completed");
        });

        assertThat(run()).isZero();
        assertThat(told()).contains(login.session().id());
        assertThat(copies()).containsExactly("t f api_keys");
    }

    @Test
    void aDifferenceInTheThirdValueAloneIsShown() {
        NewLogin login = begin();
        breakCopy(login, true, true, "api_keys");

        assertThat(run("--user", ada.username(), "--dry-run")).isZero();

        assertThat(lines().getFirst())
                .endsWith("needs_onboarding true→true onboarding_step api_keys→api_keys"
                        + " onboarding_completed true→false");
    }

    @Test
    void theHourlyJobMendsEveryone() {
        finish();
        everyWrongWay();

        jobs.runNow("session-onboarding-sync", ada.id());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(copies()).containsOnly("f t completed"));
    }

    /** Every combination of the three values that disagrees with a completed onboarding, and two right ones. */
    private List<NewLogin> everyWrongWay() {
        List<NewLogin> wrong = new ArrayList<>();
        begin();
        for (boolean needs : new boolean[] {true, false}) {
            for (boolean completed : new boolean[] {true, false}) {
                for (String step : STEPS) {
                    NewLogin login = begin();
                    breakCopy(login, needs, completed, step);
                    if (needs || !completed || !step.equals("completed")) {
                        wrong.add(login);
                    }
                }
            }
        }
        return wrong;
    }

    private void finish() {
        stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);
        onboardings.finish(ada.id());
    }

    private NewLogin begin() {
        return loginSessions
                .begin(ada, LoginKind.API, new Origin("127.0.0.1", "test"))
                .orElseThrow();
    }

    private void breakCopy(NewLogin login, boolean needs, boolean completed, String step) {
        jdbc.sql("""
                        update login_sessions
                        set needs_onboarding = :needs, onboarding_completed = :completed, onboarding_step = :step
                        where id = :id
                        """)
                .param("needs", needs)
                .param("completed", completed)
                .param("step", step)
                .param("id", login.session().id())
                .update();
    }

    /** Has something happen in the database whenever this row is updated. */
    private void whileUpdating(UUID row, String happens, Runnable work) {
        String name = "updating_" + row.toString().replace('-', '_');
        jdbc.sql("create function " + name + "() returns trigger language plpgsql as $$begin " + happens
                        + " return new; end$$")
                .update();
        jdbc.sql("create trigger " + name + " before update on login_sessions for each row when (old.id = '" + row
                        + "') execute function " + name + "()")
                .update();
        try {
            work.run();
        } finally {
            jdbc.sql("drop function " + name + "() cascade").update();
        }
    }

    /** The login sessions whose change was printed. */
    private List<UUID> told() {
        return lines().stream()
                .filter(line -> line.contains("→"))
                .map(line -> UUID.fromString(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    private List<UUID> stored(String step) {
        return jdbc.sql("select id from login_sessions where user_id = ? and onboarding_step = ?")
                .param(ada.id().value())
                .param(step)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<String> copies() {
        return jdbc.sql("""
                        select concat_ws(' ', needs_onboarding, onboarding_completed, onboarding_step)
                        from login_sessions where user_id = ?
                        """)
                .param(ada.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> rows() {
        return jdbc.sql("select s::text || xmin from login_sessions s where user_id = ? order by id")
                .param(ada.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private int run(String... arguments) {
        return new CommandLine(new SyncSessionOnboarding(sync, accounts))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler(new ToldFailures())
                .execute(arguments);
    }
}
