package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Wizard;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks the API as a program does and holds every answer against the served description. */
@GangwayTest
class ApiContractTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "quince ladder motet 41";
    private static final String STEP = "/api/onboarding/steps/{name}";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Ids ids;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private PlayableWizards playable;

    private ApiClient http = new ApiClient(0);
    private Contract contract = new Contract("{}");
    private String token = "";

    @BeforeEach
    void someoneNewIsLoggedIn() {
        http = new ApiClient(port);
        contract = new Contract(http.get("/v3/api-docs").body());
        token = newToken();
    }

    @Test
    void theWholeWalkAnswersAsDescribed() {
        assertThat(json(call(200, "GET", "/api/onboarding/status", ""))
                        .get("status")
                        .asString())
                .isEqualTo("not_started");
        call(404, "GET", "/api/onboarding/summary", "");
        call(200, "GET", STEP, "", "api_keys");
        JsonNode started = json(call(200, "POST", "/api/onboarding/start", "{}"));
        assertThat(json(call(200, "POST", "/api/onboarding/start", ""))
                        .get("resumed")
                        .asBoolean())
                .isTrue();
        call(409, "POST", "/api/onboarding/complete", "{}");
        call(409, "PUT", STEP, data(StepData.RESEARCH), "research");
        assertThat(progressAfter("api_keys", StepData.API_KEYS)).isEqualTo("16.67");
        call(200, "GET", STEP, "", "api_keys");
        call(204, "PUT", STEP + "/draft", "{\"data\": {\"industry\": \"Bak\"}}", "website");
        assertThat(progressAfter("website", StepData.WEBSITE)).isEqualTo("33.33");
        call(200, "GET", STEP, "", "website");
        call(409, "POST", STEP + "/skip", "", "research");
        assertThat(progressAfter("research", StepData.RESEARCH)).isEqualTo("50.00");
        call(200, "GET", STEP, "", "research");
        call(200, "POST", "/api/onboarding/persona/generate", "");
        call(200, "POST", STEP + "/skip", "", "persona");
        assertThat(progressAfter("persona", StepData.PERSONA)).isEqualTo("66.67");
        call(200, "GET", STEP, "", "persona");
        JsonNode declared = json(call(
                200, "POST", "/api/onboarding/first-declaration", "{\"declaration\": \"We keep old boats afloat.\"}"));
        JsonNode again = json(
                call(200, "POST", "/api/onboarding/first-declaration", "{\"declaration\": \"We keep boats afloat.\"}"));
        assertThat(again.get("kblock_id")).isEqualTo(declared.get("kblock_id"));
        call(200, "GET", STEP, "", "first_declaration");
        call(409, "GET", "/api/settings/{name}", "", "research");
        JsonNode summary = json(call(200, "GET", "/api/onboarding/summary", ""));
        assertThat(summary.get("session_id")).isEqualTo(started.get("session_id"));
        call(200, "POST", "/api/onboarding/complete", "{}");
        call(409, "POST", "/api/onboarding/complete", "{}");
        call(409, "PUT", STEP, data(StepData.RESEARCH), "research");
        call(200, "GET", "/api/settings/{name}", "", "research");
        call(200, "PUT", "/api/settings/{name}", data("{'research_depth': 'Basic'}"), "research");
        assertThat(json(call(200, "GET", "/api/onboarding/status", ""))
                        .get("progress_percentage")
                        .decimalValue())
                .isEqualByComparingTo("100");
        call(204, "DELETE", "/api/onboarding", "");
        call(404, "GET", "/api/onboarding/summary", "");
    }

    @Test
    void anAnalysisIsBegunOnlyForASavedAddress() {
        call(409, "POST", "/api/onboarding/website/analyze", "");
        call(200, "PUT", STEP, data(StepData.API_KEYS), "api_keys");
        call(200, "PUT", STEP, data("{'website_url': 'http://127.0.0.1:9'}"), "website");
        call(202, "POST", "/api/onboarding/website/analyze", "");
        call(200, "GET", STEP, "", "website");
    }

    @Test
    void loginSessionsAnswerAsDescribed() {
        call(200, "GET", "/api/sessions/current", "");
        call(200, "GET", "/api/users/me/session", "");
        call(200, "GET", "/api/sessions", "");
        call(200, "POST", "/api/sessions/invalidate-all", "");
        call(200, "POST", "/api/auth/clear-cache", "");
        call(200, "POST", "/api/auth/clear-cache", "{}");
        call(403, "POST", "/api/auth/clear-cache", "{\"all\": true}");
        call(403, "POST", "/api/auth/clear-cache", "{\"user_id\": \"someone_else\"}");
        call(404, "DELETE", "/api/sessions/{id}", "", ids.next().toString());
        call(204, "DELETE", "/api/sessions/current", "");
        call(401, "GET", "/api/sessions/current", "");
    }

    @Test
    void statisticsAnswerAsDescribed() {
        String name = "Caller-" + ids.next();
        UserId caller = ((AccountOutcome.Saved) accounts.create(NewAccount.named(name, Role.USER), PASSWORD))
                .account()
                .id();
        Wizard laptop = playable.laptop();
        playable.started(caller, laptop);
        playable.completedLaptop(caller, laptop);
        token = newToken(Role.ADMIN);

        JsonNode figures = json(call(
                200, "GET", "/api/v1/analytics/wizards/{id}", "", laptop.id().toString()));
        assertThat(figures.get("started").asLong()).isEqualTo(2);
        assertThat(figures.get("completed").asLong()).isEqualTo(1);
        assertThat(figures.get("completion_rate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(figures.at("/funnel/0").toString())
                .isEqualTo("{\"step_key\":\"model\",\"reached\":2,\"completed\":1,\"dropped\":1}");
        assertThat(json(call(
                                200,
                                "GET",
                                "/api/v1/analytics/wizards/{id}?from=2026-01-01&to=2026-01-31",
                                "",
                                laptop.id().toString()))
                        .get("per_day"))
                .hasSize(31);
        call(
                200,
                "GET",
                "/api/v1/analytics/wizards/{id}?to=2020-01-31T23:00:00Z",
                "",
                laptop.id().toString());
        call(404, "GET", "/api/v1/analytics/wizards/{id}", "", ids.next().toString());
        call(400, "GET", "/api/v1/analytics/wizards/{id}", "", "laptop");
        call(
                422,
                "GET",
                "/api/v1/analytics/wizards/{id}?from=2026-02-01&to=2026-01-31",
                "",
                laptop.id().toString());
        call(
                422,
                "GET",
                "/api/v1/analytics/wizards/{id}?from=yesterday",
                "",
                laptop.id().toString());
        call(422, "GET", "/api/v1/analytics/overview?from=1970-01-01&to=2026-01-31", "");
        assertThat(json(call(200, "GET", "/api/v1/analytics/overview", "")).get("wizards"))
                .anySatisfy(each -> assertThat(each.get("wizard_id").asString())
                        .isEqualTo(laptop.id().toString()));
        token = newToken();
        call(403, "GET", "/api/v1/analytics/overview", "");
    }

    @Test
    void templatesAnswerAsDescribed() {
        String save = "/api/v1/templates/from-session/{id}";
        String replay = "/api/v1/templates/{id}/replay";
        String name = "Caller-" + ids.next();
        UserId caller = ((AccountOutcome.Saved) accounts.create(NewAccount.named(name, Role.USER), PASSWORD))
                .account()
                .id();
        token = token(name);
        Wizard laptop = playable.laptop();
        String running = playable.started(caller, laptop).value().toString();
        String completed = playable.completedLaptop(caller, laptop).value().toString();
        String body = "{\"name\": \"Ours\", \"description\": \"0 🎉\", \"public\": false}";

        call(409, "POST", save, body, running);
        call(404, "POST", save, body, ids.next().toString());
        call(422, "POST", save, "{\"name\": \" \"}", completed);
        call(422, "POST", save, "{\"name\": 7}", completed);
        call(400, "POST", save, "{\"name\": ", completed);
        String template =
                json(call(201, "POST", save, body, completed)).get("id").asString();
        assertThat(json(call(200, "GET", "/api/v1/templates?limit=1", ""))
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(template);
        call(400, "GET", "/api/v1/templates?limit=0", "");
        JsonNode replayed = json(call(201, "POST", replay, "{\"session_name\": \"Again\"}", template));
        assertThat(replayed.get("times_used").asInt()).isOne();
        assertThat(json(call(201, "POST", replay, "", template))
                        .get("times_used")
                        .asInt())
                .isEqualTo(2);
        call(422, "POST", replay, "{\"session_name\": \"" + "x".repeat(201) + "\"}", template);
        call(404, "POST", replay, "{}", ids.next().toString());
        String own = token;
        token = newToken();
        call(404, "DELETE", "/api/v1/templates/{id}", "", template);
        call(404, "POST", replay, "{}", template);
        token = own;
        call(204, "DELETE", "/api/v1/templates/{id}", "", template);
        call(404, "DELETE", "/api/v1/templates/{id}", "", template);
    }

    @Test
    void movesOfWizardSessionsAnswerAsDescribed() {
        String move = "/api/v1/wizards/{id}/move";
        String one = "/api/v1/wizards/{id}/moves/{move_id}";
        String user = token;
        token = newToken(Role.ADMIN);
        Wizard laptop = playable.laptop();
        String id = laptop.id().toString();
        UserId caller = ((AccountOutcome.Saved) accounts.create(NewAccount.named("Runner-" + ids.next(), Role.USER)))
                .account()
                .id();
        playable.next(caller, playable.started(caller, laptop), "model", "{\"size\": \"large\", \"memory\": 0}");

        call(409, "POST", move, "{\"version\": 1}", id);
        playable.published(PlayableWizards.LAPTOP.formatted(laptop.name()).replace("{value: large,", "{value: huge,"));
        call(404, "POST", move, "", ids.next().toString());
        call(422, "POST", move, "{\"version\": \"two\"}", id);
        call(409, "POST", move, "{\"version\": 1}", id);
        JsonNode preview = json(call(200, "POST", move, "", id));
        assertThat(preview.get("sessions").asInt()).isOne();
        assertThat(preview.get("dropped").asInt()).isOne();
        call(200, "POST", move, "{\"version\": null}", id);
        String begun =
                json(call(202, "POST", move, "{\"version\": 2}", id)).get("id").asString();
        call(200, "GET", one, "", id, begun);
        await().until(() -> !json(call(200, "GET", one, "", id, begun))
                .get("status")
                .asString()
                .equals("running"));
        assertThat(json(call(200, "GET", one, "", id, begun)).get("moved").asInt())
                .isOne();
        call(409, "POST", one + "/cancel", "", id, begun);
        call(404, "GET", one, "", id, ids.next().toString());
        call(404, "POST", one + "/cancel", "", ids.next().toString(), begun);
        token = user;
        call(403, "POST", move, "", id);
    }

    @Test
    void erasureAnswersAsDescribed() {
        String name = "Caller-" + ids.next();
        accounts.create(NewAccount.named(name, Role.USER), PASSWORD);
        token = token(name);
        call(422, "DELETE", "/api/users/me", "{}");
        call(422, "DELETE", "/api/users/me", "{\"username\": \"someone else\"}");
        call(400, "DELETE", "/api/users/me", "{\"username\": ");
        call(204, "DELETE", "/api/users/me", "{\"username\": \"" + name + "\"}");
        call(401, "DELETE", "/api/users/me", "{\"username\": \"" + name + "\"}");
        call(401, "GET", "/api/users/me/export", "");
    }

    @Test
    void accountsAnswerAsDescribed() {
        String path = "/api/accounts/{user_id}";
        String id = "user_" + ids.next();
        String user = token;
        token = newToken(Role.ADMIN);
        String me = json(call(200, "GET", "/api/sessions/current", ""))
                .get("user_id")
                .asString();

        call(404, "GET", path, "", id);
        call(404, "DELETE", path, "", id);
        HttpResponse<String> made = call(201, "PUT", path, account("Ada " + id, "'USER'", ""), id);
        call(200, "GET", path, "", id);
        call(200, "PUT", path, account("Ada " + id, "'USER', 'TRAINER'", ", 'email': 'ada@example.org'"), id);
        JsonNode stale = json(call(412, "PUT", path, account("Eve", "'USER'", ", 'version': 0"), id));
        assertThat(made.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(stale.get("conflicts").size()).isEqualTo(3);
        call(422, "PUT", path, "{}", id);
        call(422, "PUT", path, account("", "'USER'", ""), id);
        call(422, "PUT", path, account("Ada", "", ""), id);
        call(422, "PUT", path, account("Ada", "'BOSS'", ""), id);
        call(422, "PUT", path, account("Ada", "'USER'", ", 'email': 'not one'"), id);
        call(422, "PUT", path, account("Ada", "'USER'", ", 'password': 'password1234'"), id);
        call(422, "PUT", path, account("Ada", "'USER'", ", 'is_admin': true"), id);
        call(422, "PUT", path, account("Ada " + id, "'USER'", ""), "user_" + ids.next());
        call(409, "DELETE", path, "", me);
        call(204, "DELETE", path, "", id);
        assertThat(json(call(200, "GET", path, "", id)).get("enabled").asBoolean())
                .isFalse();
        call(200, "PUT", path, account("Ada " + id, "'USER'", ", 'enabled': true"), id);

        token = user;
        call(403, "GET", path, "", id);
        call(403, "PUT", path, account("Ada", "'ADMIN'", ""), id);
        call(403, "DELETE", path, "", id);
    }

    @Test
    void aVersionOfAnAccountThatIsNotThereMakesNone() {
        String path = "/api/accounts/{user_id}";
        String id = "user_" + ids.next();
        token = newToken(Role.ADMIN);

        assertThat(json(call(412, "PUT", path, account("Ada " + id, "'USER'", ", 'version': 7"), id))
                        .get("detail")
                        .asString())
                .startsWith("What was read is not there any more");
        for (String ifMatch : List.of("\"5\"", "*")) {
            assertProblem(412, putIfMatch(ifMatch, id));
        }
        call(404, "GET", path, "", id);
        call(201, "PUT", path, account("Ada " + id, "'USER'", ""), id);
        assertThat(putIfMatch("*", id).statusCode()).isEqualTo(200);
    }

    @Test
    void anOnboardingThatAnAdministratorStartsForSomebodyElseIsRecorded() {
        UserId other = new UserId(json(call(200, "GET", "/api/sessions/current", ""))
                .get("user_id")
                .asString());
        String start = "{\"user_id\": \"" + other + "\"}";
        token = newToken(Role.ADMIN);
        UserId admin = new UserId(json(call(200, "GET", "/api/sessions/current", ""))
                .get("user_id")
                .asString());

        call(200, "POST", "/api/onboarding/start", "");
        call(200, "POST", "/api/onboarding/start", start);
        call(200, "POST", "/api/onboarding/start", start);

        assertThat(trail.page(AuditFilter.of(admin), null, 5)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("onboarding.started");
            assertThat(Objects.requireNonNull(entry.actor()).id()).isEqualTo(admin.value());
            assertThat(Objects.requireNonNull(entry.user()).id()).isEqualTo(other.value());
        });
    }

    @Test
    void anIdThatNobodyCanHaveIsAMistakeOfItsField() {
        token = newToken(Role.ADMIN);
        for (String impossible : List.of("\\u0000", "a\\u0085b", "\\ud800", "", "x".repeat(256))) {
            JsonNode refused =
                    json(call(422, "POST", "/api/onboarding/start", "{\"user_id\": \"" + impossible + "\"}"));
            assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("user_id");
        }
        call(404, "POST", "/api/onboarding/start", "{\"user_id\": \"nobody-" + ids.next() + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "malformed JSON            | 400 | {\"data\": ",
                "no JSON at all            | 400 | hello",
                "a list for an object      | 400 | []",
                "nothing                   | 400 | ''",
                "a wrong type              | 422 | {\"data\": {\"keys\": {\"openai\": 17}}}",
                "a text for an object      | 422 | {\"data\": \"keys\"}",
                "null for the data         | 422 | {\"data\": null}",
                "no data                   | 422 | {}",
                "an unknown name           | 422 | {\"data\": {\"kyes\": {}}}",
                "an unknown provider       | 422 | {\"data\": {\"keys\": {\"acme\": \"sk-0123456789abcdefghij\"}}}",
                "an unknown name outside   | 422 | {\"data\": {}, \"x\": 1}",
                "a wrong version           | 422 | {\"data\": {}, \"version\": \"one\"}",
                "a doubled name            | 400 | {\"data\": {}, \"data\": {}}",
                "a key of the wrong form   | 422 | {\"data\": {\"keys\": {\"gemini\": \"sk-0123456789abcdefghij\"}}}",
                "no key                    | 422 | {\"data\": {\"keys\": {}}}"
            })
    void aWrongBodyIsAnsweredInPlainWords(String what, int status, String body) {
        HttpResponse<String> answer = call(status, "PUT", STEP, body, "api_keys");
        assertThat(answer.body()).as(what).doesNotContain("Exception", "dev.gangway", "tools.jackson", "sk-0123");
        if (status == 422) {
            assertThat(json(answer).get("errors")).as(what).isNotEmpty();
        }
    }

    @Test
    void tooMuchIsRefused() {
        call(422, "PUT", STEP, data("{'keys': {'openai': 'sk-" + "x".repeat(600) + "'}}"), "api_keys");
        call(413, "PUT", STEP, data("{'keys': {'openai': 'sk-" + "x".repeat(1_100_000) + "'}}"), "api_keys");
    }

    @Test
    void wrongAddressesMethodsAndFormsAreNamed() {
        assertProblem(404, http.send("GET", "/api/onboarding/steps/nothing", "", bearer(token)));
        assertProblem(404, http.send("GET", "/api/onboarding/nothing", "", bearer(token)));
        assertProblem(404, http.send("GET", "/api/onboarding/steps/summary", "", bearer(token)));
        assertProblem(405, http.send("PATCH", "/api/onboarding/steps/website", "{}", json(token)));
        assertProblem(404, http.send("GET", "/api/onboarding/status?session_id=7", "", bearer(token)));
        assertProblem(
                415,
                http.send(
                        "PUT",
                        "/api/onboarding/steps/website",
                        "data=1",
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/x-www-form-urlencoded"));
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        for (String header : List.of("", "Bearer nonsense", "Basic dXNlcjpnYW5nd2F5LWRlbW8=")) {
            HttpResponse<String> answer = header.isEmpty()
                    ? http.get("/api/onboarding/status")
                    : http.send("GET", "/api/onboarding/status", "", "Authorization", header);
            contract.holds("GET", "/api/onboarding/status", answer);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anotherAccountsIdsAreNotThere() {
        String theirs = json(call(200, "POST", "/api/onboarding/start", "{}"))
                .get("session_id")
                .asString();
        token = newToken();
        call(200, "POST", "/api/onboarding/start", "{}");
        for (String id : List.of(theirs, ids.next().toString())) {
            assertProblem(404, http.send("GET", "/api/onboarding/status?session_id=" + id, "", bearer(token)));
            assertProblem(404, http.send("GET", "/api/onboarding/summary?session_id=" + id, "", bearer(token)));
            call(404, "POST", "/api/onboarding/complete", "{\"session_id\": \"" + id + "\"}");
            call(
                    404,
                    "POST",
                    "/api/onboarding/first-declaration",
                    "{\"declaration\": \"Mine\", \"session_id\": \"" + id + "\"}");
        }
        call(403, "POST", "/api/onboarding/start", "{\"user_id\": \"someone_else\"}");
    }

    @Test
    void aStaleVersionIsMergedWhereDifferentFieldsChangedAndRefusedWhereTheSame() {
        call(200, "PUT", STEP, data(StepData.API_KEYS), "api_keys");
        call(200, "PUT", STEP, data(StepData.WEBSITE), "website");
        String seen = call(200, "GET", STEP, "", "website")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        call(200, "PUT", STEP, data("{'industry': 'Boats'}"), "website");

        assertThat(put(seen, "{'target_audience': 'Sailors'}").statusCode()).isEqualTo(200);
        JsonNode merged = json(call(200, "GET", STEP, "", "website")).get("data");
        assertThat(merged.get("industry").asString()).isEqualTo("Boats");
        assertThat(merged.get("target_audience").asString()).isEqualTo("Sailors");

        HttpResponse<String> refused = put(seen, "{'industry': 'Ships'}");
        contract.holds("PUT", STEP, refused);
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(json(refused).get("conflicts"))
                .isEqualTo(JSON.readTree("[{\"field\": \"industry\", \"yours\": \"Ships\", \"theirs\": \"Boats\"}]"));

        assertProblem(400, put("seven", "{'industry': 'Ships'}"));
    }

    @Test
    void aRepeatedRequestIsAnsweredFromTheStore() {
        HttpResponse<String> first = repeatable("key-1", data(StepData.API_KEYS));
        HttpResponse<String> again = repeatable("key-1", data(StepData.API_KEYS));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        HttpResponse<String> other = repeatable("key-1", data("{'keys': {'exa': null}}"));
        contract.holds("PUT", STEP, other);
        assertThat(other.statusCode()).isEqualTo(422);
        assertProblem(400, repeatable("k".repeat(256), data(StepData.API_KEYS)));
    }

    private String progressAfter(String step, String data) {
        JsonNode status = json(call(200, "PUT", STEP, data(data), step));
        return status.get("progress_percentage").decimalValue().setScale(2).toPlainString();
    }

    private HttpResponse<String> put(String version, String data) {
        return http.send(
                "PUT",
                "/api/onboarding/steps/website",
                data(data),
                Stream.concat(Stream.of(json(token)), Stream.of("If-Match", version))
                        .toArray(String[]::new));
    }

    private HttpResponse<String> putIfMatch(String ifMatch, String id) {
        return http.send(
                "PUT",
                "/api/accounts/" + id,
                account("Ada " + id, "'USER'", ""),
                Stream.concat(Stream.of(json(token)), Stream.of("If-Match", ifMatch))
                        .toArray(String[]::new));
    }

    private HttpResponse<String> repeatable(String key, String body) {
        return http.send(
                "PUT",
                "/api/onboarding/steps/api_keys",
                body,
                Stream.concat(Stream.of(json(token)), Stream.of("Idempotency-Key", key))
                        .toArray(String[]::new));
    }

    /** Calls, and holds status and answer against the description. */
    private HttpResponse<String> call(int status, String method, String path, String body, String... variables) {
        String address = path;
        for (String variable : variables) {
            address = address.replaceFirst("\\{\\w+}", variable);
        }
        HttpResponse<String> answer = http.send(method, address, body, json(token));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, address, answer.body())
                .isEqualTo(status);
        contract.holds(method, path.replaceFirst("\\?.*", ""), answer);
        return answer;
    }

    private void assertProblem(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(contract.mistakes(
                        JSON.readTree("{\"$ref\": \"#/components/schemas/Problem\"}"), JSON.readTree(answer.body())))
                .as(answer.body())
                .isEmpty();
    }

    private String newToken() {
        return newToken(Role.USER);
    }

    private String newToken(Role role) {
        String name = "Caller-" + ids.next();
        accounts.create(NewAccount.named(name, role), PASSWORD);
        return token(name);
    }

    private String token(String name) {
        HttpResponse<String> answer = http.send(
                "POST",
                "/api/auth/login",
                "{\"username\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}",
                "Content-Type",
                "application/json");
        contract.holds("POST", "/api/auth/login", answer);
        return json(answer).get("token").asString();
    }

    private static String account(String username, String roles, String more) {
        return "{'username': '%s', 'roles': [%s]%s}"
                .formatted(username, roles, more)
                .replace('\'', '"');
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String[] json(String token) {
        return new String[] {"Authorization", "Bearer " + token, "Content-Type", "application/json"};
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The body that saves single-quoted data. */
    private static String data(String singleQuoted) {
        return "{\"data\": " + singleQuoted.replace('\'', '"') + "}";
    }
}
