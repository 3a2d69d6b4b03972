package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.StepOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Copies that were broken by hand, in both directions, and what a read makes of them. */
@GangwayTest
class HealingAtReadsTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private Statements statements;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    private Account ada = new Account(new dev.gangway.base.UserId("nobody"), "", null, java.util.Set.of(), true, false);

    /** What is true and what the copy says instead. */
    enum Wrong {
        COMPLETE,
        INCOMPLETE,
        STEP,
        ONE_OF_THREE
    }

    @BeforeEach
    void anAccount() {
        ada = ((AccountOutcome.Saved) accounts.create(NewAccount.named("heal-" + ids.next(), Role.USER))).account();
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void theCurrentLoginSessionIsHealedAndAnsweredRight(Wrong wrong) {
        NewLogin login = broken(wrong);

        JsonNode answer = api("/api/sessions/current", login);

        assertThat(copy(answer)).isEqualTo(truth(wrong));
        assertThat(stored(login)).isEqualTo(truth(wrong));
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void whereThePersonBelongsIsHealedAndAnsweredRight(Wrong wrong) {
        NewLogin login = broken(wrong);

        JsonNode answer = api("/api/users/me/session", login);

        assertThat(copy(answer)).isEqualTo(truth(wrong));
        assertThat(stored(login)).isEqualTo(truth(wrong));
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void listingHealsTheOtherLoginSessionsToo(Wrong wrong) {
        NewLogin other = broken(wrong);
        NewLogin here = begin();

        JsonNode answer = api("/api/sessions", here);

        assertThat(answer.get("items"))
                .hasSize(2)
                .allSatisfy(item -> assertThat(copy(item)).isEqualTo(truth(wrong)));
        assertThat(stored(other)).isEqualTo(truth(wrong));
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void aPageRequestHeals(Wrong wrong) {
        NewLogin login = broken(wrong);

        HttpResponse<String> page = get("/account", "Cookie", "gangway_login=" + login.token());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(stored(login)).isEqualTo(truth(wrong));
    }

    @Test
    void readingARightCopyIsOneStatementAndHealingOneMore() throws Exception {
        NewLogin login = begin();
        assertThat(statements.of(() -> loginSessions.recognise(login.token()))).hasSize(1);

        breakCopy(login, false, true, "completed");

        assertThat(statements.of(() -> loginSessions.recognise(login.token()))).hasSize(2);
        assertThat(statements.of(() -> loginSessions.recognise(login.token()))).hasSize(1);
        assertThat(statements.of(() -> loginSessions.list(ada.id(), null, 50))).hasSize(1);
    }

    @Test
    void aHealIsCounted() {
        NewLogin login = broken(Wrong.COMPLETE);
        double before = meters.counter("gangway.login.heals").count();

        loginSessions.recognise(login.token());

        assertThat(meters.counter("gangway.login.heals").count()).isEqualTo(before + 1);
    }

    @Test
    void whereHealingFailsTheAnswerIsRightAllTheSame() {
        NewLogin login = broken(Wrong.COMPLETE);
        double before = meters.counter("gangway.login.heal.failures").count();

        whileUpdatesFail(
                () -> assertThat(copy(api("/api/sessions/current", login))).isEqualTo(truth(Wrong.COMPLETE)));

        assertThat(meters.counter("gangway.login.heal.failures").count()).isEqualTo(before + 1);
        assertThat(stored(login)).isEqualTo(new Copy(false, true, "completed"));
        api("/api/sessions/current", login);
        assertThat(stored(login)).isEqualTo(truth(Wrong.COMPLETE));
    }

    @Test
    void aStepIsStoredWhereItsCopyFailsAndTheNextReadIsRight() {
        NewLogin login = begin();
        stepData.walkTo(ada.id(), OnboardingStep.WEBSITE);
        double before = meters.counter("gangway.login.copy.failures").count();

        whileUpdatesFail(() -> assertThat(stepData.complete(ada.id(), OnboardingStep.WEBSITE))
                .isInstanceOf(StepOutcome.Advanced.class));

        assertThat(onboardings.status(ada.id()).currentStep()).isEqualTo("research");
        assertThat(meters.counter("gangway.login.copy.failures").count()).isEqualTo(before + 1);
        assertThat(stored(login).step()).isEqualTo("website");
        assertThat(copy(api("/api/sessions/current", login))).isEqualTo(new Copy(true, false, "research"));
        assertThat(stored(login)).isEqualTo(new Copy(true, false, "research"));
    }

    @Test
    void aFinishStandsWhereItsCopyFailsAndTheNextPageKnows() {
        NewLogin login = begin();
        stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);

        whileUpdatesFail(() -> onboardings.finish(ada.id()));

        assertThat(stored(login)).isEqualTo(new Copy(true, false, "summary"));
        get("/account", "Cookie", "gangway_login=" + login.token());
        assertThat(stored(login)).isEqualTo(new Copy(false, true, "completed"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void erasingSendsEveryLoginSessionBackAndSavesEachFromLoggingOut(boolean finished) {
        NewLogin here = begin();
        NewLogin there = begin();
        stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);
        if (finished) {
            onboardings.finish(ada.id());
        }

        onboardings.erase(ada.id());

        for (NewLogin login : java.util.List.of(here, there)) {
            assertThat(stored(login)).isEqualTo(new Copy(true, false, "api_keys"));
            assertThat(copy(api("/api/users/me/session", login))).isEqualTo(new Copy(true, false, "api_keys"));
        }
    }

    /** A login session whose copy was broken by hand. */
    private NewLogin broken(Wrong wrong) {
        if (wrong != Wrong.COMPLETE) {
            stepData.walkTo(ada.id(), OnboardingStep.SUMMARY);
            onboardings.finish(ada.id());
        }
        NewLogin login = begin();
        switch (wrong) {
            case COMPLETE -> breakCopy(login, false, true, "completed");
            case INCOMPLETE -> breakCopy(login, true, false, "persona");
            case STEP -> breakCopy(login, false, true, "no_such_step");
            case ONE_OF_THREE -> breakCopy(login, false, false, "completed");
        }
        return login;
    }

    private static Copy truth(Wrong wrong) {
        return wrong == Wrong.COMPLETE ? new Copy(true, false, "api_keys") : new Copy(false, true, "completed");
    }

    private NewLogin begin() {
        return loginSessions
                .begin(ada, LoginKind.BROWSER, new Origin("127.0.0.1", "test"))
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

    private void whileUpdatesFail(Runnable work) {
        String name = "broken_" + UUID.randomUUID().toString().replace('-', '_');
        jdbc.sql("create function " + name + "() returns trigger language plpgsql as"
                        + " 'begin raise exception ''broken on purpose''; end'")
                .update();
        jdbc.sql("create trigger " + name + " before update on login_sessions for each row when (old.user_id = '"
                        + ada.id().value() + "') execute function " + name + "()")
                .update();
        try {
            work.run();
        } finally {
            jdbc.sql("drop function " + name + "() cascade").update();
        }
    }

    private Copy stored(NewLogin login) {
        return jdbc.sql(
                        "select needs_onboarding, onboarding_completed, onboarding_step from login_sessions where id = ?")
                .param(login.session().id())
                .query((row, number) -> new Copy(row.getBoolean(1), row.getBoolean(2), row.getString(3)))
                .single();
    }

    private static Copy copy(JsonNode answer) {
        return new Copy(
                answer.get("needs_onboarding").asBoolean(),
                answer.get("onboarding_completed").asBoolean(),
                answer.get("onboarding_step").asString());
    }

    private JsonNode api(String path, NewLogin login) {
        HttpResponse<String> answer = get(path, "Authorization", "Bearer " + login.token());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String header, String value) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header(header, value)
                            .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Copy(boolean needs, boolean completed, String step) {}
}
