package dev.gangway.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.SignOn;
import dev.gangway.account.SignOnOutcome;
import dev.gangway.account.SignedOnAccounts;
import dev.gangway.audit.AuditEvent;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginSessions;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.onboarding.WebsiteAnalyses;
import dev.gangway.training.CalendarFeeds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@GangwayTest
class ErasureTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Erasures erasures;

    @Autowired
    private SignedOnAccounts signedOn;

    @Autowired
    private Ids ids;

    @Autowired
    private Canary canary;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private WebsiteAnalyses analyses;

    @Autowired
    private StepData stepData;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nothingIsLeftInAnyTable() {
        Canary.Sung ada = canary.sing(Role.USER, Role.TRAINER);
        Canary.Sung admin = canary.sing(Role.ADMIN);
        transaction.executeWithoutResult(status -> {
            trail.record(
                    AuditEvent.by(admin.id(), "test.looked_at").about(ada.id()).personal("name", ada.name()));
            trail.record(AuditEvent.by(ada.id(), "test.looked_at").about(admin.id()));
        });
        assertThat(canary.tablesWith(ada.word(), ada.id().value()))
                .as("what there is to erase")
                .contains(
                        "accounts",
                        "account_roles",
                        "api_keys",
                        "audit_entries",
                        "calendar_feeds",
                        "drafts",
                        "idempotency_keys",
                        "kblocks",
                        "login_sessions",
                        "persona_data",
                        "purchase_sessions",
                        "purchase_students",
                        "research_preferences",
                        "response_history",
                        "students",
                        "trainer_allocations",
                        "trainers",
                        "tutoring_sessions",
                        "website_analyses",
                        "website_measurements",
                        "wizard_sessions");

        String home = String.valueOf(ada.home().longitude());
        assertThat(canary.tablesWith(home)).contains("course_purchases", "students", "trainers", "tutoring_sessions");

        assertThat(erasures.erase(ada.id(), " " + ada.name().toUpperCase(Locale.ROOT) + " "))
                .isInstanceOf(ErasureOutcome.Erased.class);

        assertThat(canary.tablesWith(ada.word(), ada.id().value(), home)).isEmpty();
        assertThat(failures(ada.name())).isZero();
        assertThat(feeds.open(
                        ada.feed().substring("/calendar/".length(), ada.feed().length() - ".ics".length())))
                .isEmpty();
        assertThat(canary.tablesWith(admin.word())).as("others stay").contains("accounts", "kblocks");
    }

    @Test
    void jobsThatWaitAreGoneToo() {
        Canary.Sung ada = canary.sing(Role.USER);
        analyses.start(ada.id());
        String attempt = jdbc.sql("select attempt::text from website_measurements where user_id = :user")
                .param("user", ada.id().value())
                .query((row, number) -> row.getString(1))
                .single();
        // Far in the future, so that nothing executes it meanwhile.
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        values ('website-analysis', :attempt, now() + interval '1 year', false, 1)
                        on conflict (task_name, task_instance) do update
                        set execution_time = excluded.execution_time, picked = false
                        """).param("attempt", attempt).update();

        erasures.erase(ada.id(), ada.name());

        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_instance = :attempt")
                        .param("attempt", attempt)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoTypesAnotherNameIsNotErased() {
        Canary.Sung ada = canary.sing(Role.USER);

        assertThat(erasures.erase(ada.id(), "someone else")).isInstanceOf(ErasureOutcome.NotConfirmed.class);
        assertThat(accounts.find(ada.id())).isPresent();
        assertThat(onboardings.status(ada.id()).progressPercentage()).isEqualByComparingTo("83.33");
    }

    @Test
    void anAccountWithoutAPasswordIsErasedByTheSameConfirmation() {
        Canary.Sung ada = canary.sing(Role.USER);
        jdbc.sql("update accounts set password_hash = null where id = :id")
                .param("id", ada.id().value())
                .update();

        assertThat(erasures.erase(ada.id(), ada.name())).isInstanceOf(ErasureOutcome.Erased.class);
    }

    @Test
    void everyLoginSessionEndsAtOnce() throws Exception {
        Canary.Sung ada = canary.sing(Role.USER);
        String other = loginSessions
                .begin(ada.account(), dev.gangway.login.LoginKind.API, new dev.gangway.login.Origin("192.0.2.1", null))
                .orElseThrow()
                .token();

        assertThat(call("DELETE", "/api/users/me", ada.login().token(), "{\"username\": \"" + ada.name() + "\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(call("GET", "/api/sessions/current", other, "").statusCode()).isEqualTo(401);
        assertThat(call("GET", "/api/sessions/current", ada.login().token(), "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void theApiAsksForTheOwnName() throws Exception {
        Canary.Sung ada = canary.sing(Role.USER);
        String token = ada.login().token();

        for (String body : List.of("", "{}", "{\"username\": \"\"}", "{\"username\": \"other\"}")) {
            HttpResponse<String> answer = call("DELETE", "/api/users/me", token, body);
            assertThat(answer.statusCode()).as(body).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"username\"");
        }
        assertThat(call("DELETE", "/api/users/me", token, "{\"name\": \"x\"}").statusCode())
                .isEqualTo(422);
        assertThat(accounts.find(ada.id())).isPresent();
    }

    @Test
    void ofTheLastTwoAdministratorsOnlyOneCanGoEvenAtTheSameMoment() throws Exception {
        Canary.Sung one = canary.sing(Role.ADMIN);
        Canary.Sung two = canary.sing(Role.ADMIN);
        List<String> others = jdbc.sql("""
                        select a.id from accounts a join account_roles r on r.user_id = a.id and r.role = 'ADMIN'
                        where a.enabled and a.id <> all(:ids)
                        """)
                .param("ids", new String[] {one.id().value(), two.id().value()})
                .query((row, number) -> row.getString("id"))
                .list();
        enable(others, false);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<ErasureOutcome>> outcomes = new ArrayList<>();
            for (Canary.Sung admin : List.of(one, two)) {
                outcomes.add(both.submit(() -> erasures.erase(admin.id(), admin.name())));
            }
            List<ErasureOutcome> came =
                    List.of(outcomes.get(0).get(), outcomes.get(1).get());

            assertThat(came)
                    .hasAtLeastOneElementOfType(ErasureOutcome.Erased.class)
                    .hasAtLeastOneElementOfType(ErasureOutcome.LastAdministrator.class);
            Canary.Sung left = came.get(0) instanceof ErasureOutcome.Erased ? two : one;
            assertThat(call("DELETE", "/api/users/me", left.login().token(), "{\"username\": \"" + left.name() + "\"}")
                            .statusCode())
                    .isEqualTo(409);
        } finally {
            enable(others, true);
        }
    }

    @Test
    void requestsThatAreUnderWayBringNothingBackAndAreAnsweredCleanly() throws Exception {
        for (int round = 0; round < 8; round++) {
            Canary.Sung ada = canary.sing(Role.USER);
            AtomicBoolean over = new AtomicBoolean();
            try (ExecutorService tabs = Executors.newFixedThreadPool(3)) {
                List<Future<List<Integer>>> answers = new ArrayList<>();
                for (String path : List.of("research", "website/draft", "api_keys")) {
                    answers.add(tabs.submit(() -> write(path, ada.login().token(), over)));
                }
                assertThat(erasures.erase(ada.id(), ada.name())).isInstanceOf(ErasureOutcome.Erased.class);
                over.set(true);
                for (Future<List<Integer>> each : answers) {
                    assertThat(each.get()).isSubsetOf(200, 204, 401, 404, 409);
                }
            }
            assertThat(canary.tablesWith(ada.word(), ada.id().value())).isEmpty();
        }
    }

    @Test
    void aNextThatWaitsForTheErasureFindsNobodyLoggedIn() throws Exception {
        for (boolean walked : List.of(true, false)) {
            Canary.Sung ada = canary.sing(Role.USER);
            if (!walked) {
                onboardings.erase(ada.id());
            }
            Future<HttpResponse<String>> next;
            try (ExecutorService tab = Executors.newSingleThreadExecutor()) {
                next = transaction.execute(status -> {
                    erasures.erase(ada.id(), ada.name());
                    Future<HttpResponse<String>> waiting = tab.submit(() -> call(
                            "PUT",
                            "/api/onboarding/steps/api_keys",
                            ada.login().token(),
                            "{\"data\": " + StepData.API_KEYS.replace('\'', '"') + "}"));
                    await().until(this::someoneWaitsForALock);
                    return waiting;
                });
            }

            assertThat(java.util.Objects.requireNonNull(next).get().statusCode())
                    .isEqualTo(401);
            assertThat(canary.tablesWith(ada.word(), ada.id().value())).isEmpty();
        }
    }

    @Test
    void aTokenThatTheProviderIssuedBeforeDoesNotBringTheAccountBack() {
        UserId id = new UserId("user_" + ids.next());
        Instant before = Instant.now().minusSeconds(60);
        Account ada = ((SignOnOutcome.Accepted) signedOn.enter(signOn(id, before))).account();

        erasures.erase(id, ada.username());

        assertThat(signedOn.enter(signOn(id, before))).isInstanceOf(SignOnOutcome.Erased.class);
        assertThat(accounts.find(id)).isEmpty();
        assertThat(signedOn.enter(signOn(id, Instant.now().plusSeconds(1)))).isInstanceOf(SignOnOutcome.Accepted.class);
    }

    private static SignOn signOn(UserId id, Instant issued) {
        return new SignOn("https://issuer.example", id, null, null, null, issued);
    }

    @Test
    void erasingTheOnboardingAloneLeavesTheAccount() throws Exception {
        Canary.Sung ada = canary.sing(Role.USER);
        assertThat(call("DELETE", "/api/onboarding", ada.login().token(), "").statusCode())
                .isEqualTo(204);

        assertThat(accounts.find(ada.id())).isPresent();
        assertThat(call("GET", "/api/sessions/current", ada.login().token(), "").statusCode())
                .isEqualTo(200);
        assertThat(stepData.complete(ada.id(), OnboardingStep.API_KEYS)).isNotNull();
    }

    private boolean someoneWaitsForALock() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Integer> write(String path, String token, AtomicBoolean over) throws Exception {
        String data = switch (path) {
            case "research" -> StepData.RESEARCH;
            case "api_keys" -> StepData.API_KEYS;
            default -> "{'industry': 'Boats'}";
        };
        List<Integer> statuses = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = over.get();
            statuses.add(
                    call("PUT", "/api/onboarding/steps/" + path, token, "{\"data\": " + data.replace('\'', '"') + "}")
                            .statusCode());
        }
        return statuses;
    }

    private void enable(List<String> ids, boolean enabled) {
        jdbc.sql("update accounts set enabled = :enabled where id = any(:ids)")
                .param("enabled", enabled)
                .param("ids", ids.toArray(String[]::new))
                .update();
    }

    private long failures(String name) {
        return jdbc.sql(
                        "select count(*) from log_in_failures where key = sha256(convert_to('name ' || lower(:n), 'UTF8'))")
                .param("n", name)
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
