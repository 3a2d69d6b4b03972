package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@GangwayTest
class LogInApiTest {

    private static final String PASSWORD = "quince ladder motet 41";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private RestTestClient rest =
            RestTestClient.bindToServer(new JdkClientHttpRequestFactory()).build();
    private String name = "";

    @BeforeEach
    void anAccount() {
        rest = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl("http://localhost:" + port)
                .build();
        name = "Person-" + ids.next();
        assertThat(accounts.create(NewAccount.named(name, Role.USER), PASSWORD))
                .isInstanceOf(AccountOutcome.Saved.class);
    }

    @Test
    void aLogInAnswersATokenWhoseHashAloneIsStored() {
        JsonNode answer = loggedIn();
        String token = answer.get("token").asString();

        assertThat(token).hasSize(43);
        assertThat(answer.get("session").get("needs_onboarding").asBoolean()).isTrue();
        assertThat(answer.get("session").get("onboarding_step").asString()).isEqualTo("api_keys");
        assertThat(answer.get("session").get("current").asBoolean()).isTrue();
        assertThat(jdbc.sql("select count(*) from login_sessions where token_hash = sha256(:t::bytea)")
                        .param("t", token)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        rest.get()
                .uri("/api/sessions/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(answer.get("session").get("id").asString());
    }

    @Test
    void theStoredHashOfATokenLetsNobodyIn() {
        String token = loggedIn().get("token").asString();
        String stolen = jdbc.sql("select encode(token_hash, 'base64') from login_sessions"
                        + " where token_hash = sha256(:t::bytea)")
                .param("t", token)
                .query(String.class)
                .single();

        rest.get()
                .uri("/api/sessions/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + stolen)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void unknownNamesAndWrongPasswordsAreAnsweredAlike() {
        byte[] wrong = refusal(name, "not the password 77");
        byte[] unknown = refusal("nobody-" + ids.next(), "not the password 77");

        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    void theSixthAttemptWithinFifteenMinutesIsThrottledHoweverTheNameIsWritten() {
        for (String written : List.of(name, name.toUpperCase(java.util.Locale.ROOT), " " + name, name, name)) {
            refusal(written, "not the password 77");
        }

        attempt(name, PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void loggingOutEndsTheTokenAtOnce() {
        String token = loggedIn().get("token").asString();

        rest.delete()
                .uri("/api/sessions/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isNoContent();

        rest.get()
                .uri("/api/sessions/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void endingAllOthersSparesTheCurrentOneAndCounts() {
        loggedIn();
        loggedIn();
        String token = loggedIn().get("token").asString();

        rest.post()
                .uri("/api/sessions/invalidate-all")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.count")
                .isEqualTo(2);
        rest.get()
                .uri("/api/sessions")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].current")
                .isEqualTo(true);
    }

    @Test
    void whereItWasLastUsedIsNotedOnceAMinute() {
        JsonNode login = loggedIn();
        jdbc.sql("""
                        update login_sessions
                        set created_at = created_at - interval '5 minutes', last_activity = last_activity - interval '5 minutes'
                        where id = cast(:id as uuid)
                        """).param("id", login.get("session").get("id").asString()).update();

        use(login, "203.0.113.5", "other/2.0");
        use(login, "203.0.113.6", "third/3.0");

        rest.get()
                .uri("/api/sessions/current")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + login.get("token").asString())
                .exchange()
                .expectBody()
                .jsonPath("$.ip_address")
                .isEqualTo("203.0.113.5")
                .jsonPath("$.user_agent")
                .isEqualTo("other/2.0");
    }

    private void use(JsonNode login, String address, String agent) {
        rest.get()
                .uri("/api/sessions")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + login.get("token").asString())
                .header("X-Forwarded-For", address)
                .header(HttpHeaders.USER_AGENT, agent)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void noCallTakesTheCopiesFromAClient() {
        String token = loggedIn().get("token").asString();
        Map<String, Object> copies =
                Map.of("needs_onboarding", false, "onboarding_completed", true, "onboarding_step", "completed");
        Map<String, Object> login = new java.util.HashMap<>(copies);
        login.put("username", name);
        login.put("password", PASSWORD);

        rest.post()
                .uri("/api/auth/login")
                .contentType(MediaType.APPLICATION_JSON)
                .body(login)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.POST)) {
            for (String address : List.of("/api/sessions/current", "/api/users/me/session")) {
                rest.method(method)
                        .uri(address)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(copies)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(405);
            }
        }

        rest.get()
                .uri("/api/users/me/session")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectBody()
                .jsonPath("$.needs_onboarding")
                .isEqualTo(true)
                .jsonPath("$.onboarding_step")
                .isEqualTo("api_keys");
    }

    @Test
    void anotherAccountsLoginSessionIsNotThere() {
        String mine = loggedIn().get("token").asString();
        anAccount();
        String theirs = loggedIn().get("session").get("id").asString();

        rest.delete()
                .uri("/api/sessions/" + theirs)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + mine)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void clearingTheCacheDropsOnesOwnAndForAnAdministratorAnyones() {
        String mine = loggedIn().get("token").asString();
        String owner = name;
        assertThat(cleared(mine, Map.of())).isEqualTo(1); // this request's own
        anAccount();
        accounts.changeRoles(accounts.findByName(name).orElseThrow().id(), java.util.EnumSet.of(Role.ADMIN));
        String admins = loggedIn().get("token").asString();
        String ownersId = accounts.findByName(owner).orElseThrow().id().value();
        clear(mine, Map.of()).expectStatus().isOk();

        assertThat(cleared(admins, Map.of("user_id", ownersId))).isZero();
        rest.get()
                .uri("/api/sessions/current")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + mine)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(cleared(admins, Map.of("user_id", ownersId))).isEqualTo(1);
        assertThat(cleared(admins, Map.of("all", true))).isPositive();
        assertThat(cleared(admins, Map.of("user_id", "nobody"))).isZero();

        clear(mine, Map.of("all", true)).expectStatus().isForbidden();
        clear(mine, Map.of("user_id", ownersId)).expectStatus().isForbidden();
        assertThat(cleared(mine, Map.of("all", false))).isEqualTo(1);
    }

    private int cleared(String token, Map<String, ?> body) {
        JsonNode answer = clear(token, body)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(answer).get("cleared").asInt();
    }

    private RestTestClient.ResponseSpec clear(String token, Map<String, ?> body) {
        return rest.post()
                .uri("/api/auth/clear-cache")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private JsonNode loggedIn() {
        JsonNode answer = attempt(name, PASSWORD)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(answer);
    }

    private byte[] refusal(String username, String password) {
        return java.util.Objects.requireNonNull(attempt(username, password)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    private RestTestClient.ResponseSpec attempt(String username, String password) {
        return rest.post()
                .uri("/api/auth/login")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("username", username, "password", password))
                .exchange();
    }
}
