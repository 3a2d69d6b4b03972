package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.Ids;
import dev.gangway.base.api.DescribedApi.Someone;
import dev.gangway.base.security.Role;
import dev.gangway.wizard.TestWizards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GangwayTest
class WizardSessionsApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RUNS = "/api/v1/sessions";
    private static final String RUN = RUNS + "/{id}";
    private static final String STEP = RUN + "/steps/{key}";
    private static final String COMPLETE = RUN + "/complete";

    private static final String FOUR = """
            steps:
              - {key: model, title: Model, required: true, fields: [
                  {key: kind, type: single_choice, label: Kind, required: true, options: [{value: air, label: Air}, {value: pro, label: Pro}]},
                  {key: inches, type: number, label: Inches, default: 14}]}
              - {key: memory, title: Memory, required: true, fields: [{key: gb, type: number, label: GB, required: true}]}
              - {key: extras, title: Extras, fields: [{key: mouse, type: yes_no, label: Mouse}, {key: note, type: short_text, label: Note}]}
              - {key: delivery, title: Delivery, required: true, fields: [{key: city, type: short_text, label: City, required: true}]}
            """;

    private static final String ALL_TYPES = """
            steps:
              - key: all
                title: All
                fields:
                  - {key: short, type: short_text, label: Short}
                  - {key: long, type: long_text, label: Long}
                  - {key: number, type: number, label: Number}
                  - {key: flag, type: yes_no, label: Flag}
                  - {key: one, type: single_choice, label: One, options: [{value: "0", label: Zero}, {value: "مرحبا 🎉", label: Hello}]}
                  - {key: several, type: multiple_choice, label: Several, options: [{value: "0", label: Zero}, {value: "false", label: No}, {value: "🎉", label: Yes}]}
                  - {key: date, type: date, label: Date}
                  - {key: time, type: time, label: Time}
                  - {key: moment, type: date_time, label: Moment}
                  - {key: stars, type: rating, label: Stars, min: 0}
                  - {key: slide, type: slider, label: Slide}
                  - {key: paint, type: color, label: Paint}
                  - {key: mail, type: email, label: Mail}
                  - {key: site, type: url, label: Site}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private DescribedApi api;

    @Autowired
    private TestWizards wizards;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Someone ada;

    @BeforeEach
    void someone() {
        ada = api.someone(port, Role.USER);
    }

    @Test
    void fourStepsGive25And50And75AndCompletingGives100Once() {
        UUID wizard = wizards.publish(FOUR);
        JsonNode begun = begin(wizard);
        String id = begun.get("id").asString();
        assertThat(begun.get("session_name").asString()).isEqualTo("Mine");
        assertThat(begun.get("progress_percentage").decimalValue()).isEqualByComparingTo("0");
        ada.call(409, "PUT", STEP, responses("{'gb': 8}"), id, "memory");
        assertThat(progressAfter(id, "model", "{'kind': 'air'}")).isEqualTo("25.00");
        ada.call(409, "PUT", COMPLETE, "", id);
        assertThat(progressAfter(id, "memory", "{'gb': 0}")).isEqualTo("50.00");
        assertThat(progressAfter(id, "model", "{'kind': 'pro'}")).isEqualTo("50.00");
        assertThat(progressAfter(id, "extras", "{'mouse': false}")).isEqualTo("75.00");
        assertThat(ada.call(409, "PUT", COMPLETE, "{}", id).get("detail").asString())
                .contains("Delivery (delivery)");
        assertThat(progressAfter(id, "delivery", "{'city': 'Bern'}")).isEqualTo("75.00");

        JsonNode done = ada.call(200, "PUT", COMPLETE, "", id);
        assertThat(done.get("status").asString()).isEqualTo("completed");
        assertThat(done.get("progress_percentage").decimalValue()).isEqualByComparingTo("100");
        assertThat(done.get("total_time_seconds").isNull()).isFalse();
        assertThat(done.get("responses").findValuesAsString("step_id"))
                .containsExactly("model", "memory", "extras", "delivery");

        ada.call(409, "PUT", COMPLETE, "", id);
        ada.call(409, "PUT", STEP, responses("{'kind': 'air'}"), id, "model");
        ada.call(409, "PUT", RUN, "{\"session_name\": \"Other\"}", id);
        ada.call(409, "DELETE", RUN, "", id);
        assertThat(ada.call(200, "GET", "/api/v1/wizards/{id}", "", wizard)
                        .get("completed_sessions")
                        .asInt())
                .isOne();
    }

    @Test
    void whatTheClientSaysAboutStatusAndProgressIsIgnored() {
        UUID wizard = wizards.publish(FOUR);
        JsonNode begun = ada.call(
                201,
                "POST",
                RUNS,
                "{\"wizard_id\": \"%s\", \"status\": \"completed\", \"progress_percentage\": 100}".formatted(wizard));
        String id = begun.get("id").asString();
        assertThat(begun.get("status").asString()).isEqualTo("in_progress");
        JsonNode saved = ada.call(
                200,
                "PUT",
                STEP,
                "{\"responses\": {\"kind\": \"air\"}, \"progress_percentage\": 99, \"status\": \"expired\"}",
                id,
                "model");
        assertThat(saved.get("progress_percentage").decimalValue()).isEqualByComparingTo("25");
        JsonNode renamed = ada.call(
                200,
                "PUT",
                RUN,
                "{\"session_name\": \"Ours 🎉\", \"progress_percentage\": 0, \"status\": \"completed\"}",
                id);
        assertThat(renamed.get("progress_percentage").decimalValue()).isEqualByComparingTo("25");
        assertThat(renamed.get("status").asString()).isEqualTo("in_progress");
        assertThat(renamed.get("session_name").asString()).isEqualTo("Ours 🎉");
        JsonNode moved =
                ada.call(200, "PUT", RUN, "{\"current_step_id\": \"model\", \"progress_percentage\": \"much\"}", id);
        assertThat(moved.get("current_step_id").asString()).isEqualTo("model");
        assertThat(moved.get("progress_percentage").decimalValue()).isEqualByComparingTo("25");
        ada.call(409, "PUT", RUN, "{\"current_step_id\": \"delivery\"}", id);
        ada.call(409, "PUT", RUN, "{\"current_step_id\": \"nowhere\"}", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\": \"completed\"",
                "\"status\": [7]",
                "\"progress_percentage\": 100",
                "\"progress_percentage\": {\"of\": 100}",
                "\"completed_at\": \"2020-01-01T00:00:00Z\"",
                "\"total_time_seconds\": -1"
            })
    void aStateThatAClientMakesUpChangesNothingWhereverItIsSent(String forged) {
        String wizard = "{\"wizard_id\": \"" + wizards.publish(FOUR) + "\", " + forged + "}";
        String id = ada.call(201, "POST", RUNS, wizard).get("id").asString();
        ada.call(200, "PUT", STEP, "{\"responses\": {\"kind\": \"air\"}, " + forged + "}", id, "model");
        ada.call(200, "PUT", RUN, "{\"session_name\": \"Ours\", " + forged + "}", id);
        ada.call(200, "PUT", RUN, "{" + forged + "}", id);
        ada.call(409, "PUT", COMPLETE, "{" + forged + "}", id);
        ada.call(422, "PUT", STEP, "{\"responses\": {\"gb\": 1, " + forged + "}}", id, "memory");

        JsonNode now = ada.call(200, "GET", RUN, "", id);
        assertThat(now.get("status").asString()).isEqualTo("in_progress");
        assertThat(now.get("progress_percentage").decimalValue()).isEqualByComparingTo("25");
        assertThat(now.get("completed_at").isNull()).isTrue();
        assertThat(now.get("total_time_seconds").isNull()).isTrue();
    }

    @Test
    void everyTypeOfFieldGivesBackWhatWasSent() {
        String id = begin(wizards.publish(ALL_TYPES)).get("id").asString();
        String most = "x".repeat(1_000);
        for (String sent : List.of(
                "{'short': '0', 'long': 'false', 'number': 0, 'flag': false, 'one': '0', 'several': ['0', 'false'],"
                        + " 'date': '0001-01-01', 'time': '00:00', 'moment': '0001-01-01T00:00', 'stars': 0,"
                        + " 'slide': 0, 'paint': '#000000', 'mail': 'a@b.c', 'site': 'http://a'}",
                "{'short': '" + most + "', 'long': '" + "🎉".repeat(20_000) + "', 'number': -999999999999999,"
                        + " 'flag': true, 'one': 'مرحبا 🎉', 'several': ['0', 'false', '🎉'], 'date': '9999-12-31',"
                        + " 'time': '23:59', 'moment': '9999-12-31T23:59', 'stars': 5, 'slide': 100,"
                        + " 'paint': '#ffffff', 'mail': 'a@bücher.example', 'site': 'https://a.example/?q=%F0%9F%8E%89#x'}",
                "{'short': 'שלום עולם', 'long': 'مرحبا\\n‏👩‍👩‍👧‍👦 e\\u0301', 'number': 0.0000000001}",
                "{'number': 123456789012345.25, 'short': '\\\\ \\u2028 % _'}")) {
            JsonNode saved = ada.call(200, "PUT", STEP, responses(sent), id, "all");
            JsonNode data =
                    ada.call(200, "GET", RUN, "", id).get("responses").get(0).get("data");
            assertThat(saved.get("responses").get(0).get("data")).isEqualTo(data);
            JSON.readTree(sent.replace('\'', '"'))
                    .properties()
                    .forEach(field -> assertSame(field.getKey(), data.get(field.getKey()), field.getValue()));
        }
        JsonNode emptied = ada.call(
                200,
                "PUT",
                STEP,
                responses("{'short': '', 'long': null, 'number': null, 'flag': null, 'one': null, 'several': [],"
                        + " 'date': '', 'time': null, 'moment': '', 'stars': null, 'slide': null, 'paint': '',"
                        + " 'mail': null, 'site': ''}"),
                id,
                "all");
        assertThat(emptied.get("responses").get(0).get("data")).isEmpty();
    }

    @Test
    void answersThatDoNotFitAreToldFieldByFieldAndNothingIsStored() {
        String id = begin(wizards.publish(ALL_TYPES)).get("id").asString();
        JsonNode refused = ada.call(
                422,
                "PUT",
                STEP,
                responses(
                        "{'short': 7, 'number': '7', 'flag': 'true', 'one': 'other', 'several': 'a', 'date': '2026-02-30',"
                                + " 'time': '24:00', 'moment': '2026-11-21', 'stars': 6, 'slide': -1, 'paint': 'red', 'mail': 'me',"
                                + " 'site': 'javascript:alert(1)', 'long': {'a': 1}, 'unknown': 1}"),
                id,
                "all");
        assertThat(refused.get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "short", "long", "number", "flag", "one", "several", "date", "time", "moment", "stars", "slide",
                        "paint", "mail", "site", "unknown");
        ada.call(422, "PUT", STEP, responses("{'short': 'a\\u0000b'}"), id, "all");
        ada.call(422, "PUT", STEP, responses("{'long': {}}"), id, "all");
        ada.call(422, "PUT", STEP, responses("{'short': '" + "x".repeat(1_001) + "'}"), id, "all");
        ada.call(422, "PUT", STEP, "{}", id, "all");
        ada.call(422, "PUT", STEP, "{\"responses\": 7}", id, "all");
        ada.call(400, "PUT", STEP, "{\"responses\": ", id, "all");
        ada.call(404, "PUT", STEP, responses("{}"), id, "nowhere");
        JsonNode untouched = ada.call(200, "GET", RUN, "", id);
        assertThat(untouched.get("responses")).isEmpty();
        assertThat(untouched.get("version").asInt()).isZero();
    }

    @Test
    void editsOnAnOlderVersionAreMergedByFieldOrToldWithBothValues() {
        String id = begin(wizards.publish(FOUR)).get("id").asString();
        ada.call(200, "PUT", STEP, responses("{'kind': 'air', 'inches': 13}"), id, "model");
        ada.call(200, "PUT", STEP, responses("{'inches': 15}"), id, "model");
        JsonNode merged =
                ada.call(200, "PUT", STEP, "{\"responses\": {\"kind\": \"pro\"}, \"version\": 1}", id, "model");
        assertThat(merged.get("responses").get(0).get("data").toString()).isEqualTo("{\"kind\":\"pro\",\"inches\":15}");
        JsonNode conflict = ada.call(
                412,
                "PUT",
                STEP,
                responses("{'inches': 16}"),
                Map.of("Content-Type", "application/json", "If-Match", "\"1\""),
                id,
                "model");
        JsonNode both = conflict.get("conflicts").get(0);
        assertThat(both.get("field").asString()).isEqualTo("inches");
        assertThat(both.get("yours").asInt()).isEqualTo(16);
        assertThat(both.get("theirs").asInt()).isEqualTo(15);
        ada.call(412, "PUT", RUN, "{\"session_name\": \"Late\", \"version\": 1}", id);
        ada.call(400, "PUT", RUN, "{}", Map.of("Content-Type", "application/json", "If-Match", "one"), id);
    }

    @Test
    void hiddenStepsAreNotAskedNotCountedAndNotReported() {
        String id = begin(wizards.publish("""
                steps:
                  - {key: a, title: A, required: true, fields: [{key: more, type: yes_no, label: More, required: true}]}
                  - {key: b, title: B, required: true, show_if: {field: a.more, equals: true}, fields: [{key: x, type: number, label: X, required: true}]}
                  - {key: c, title: C, fields: []}
                """)).get("id").asString();
        assertThat(progressAfter(id, "a", "{'more': true}")).isEqualTo("33.33");
        assertThat(progressAfter(id, "b", "{'x': 0}")).isEqualTo("66.67");
        assertThat(progressAfter(id, "a", "{'more': false}")).isEqualTo("66.67");
        ada.call(409, "PUT", STEP, responses("{'x': 1}"), id, "b");
        JsonNode done = ada.call(200, "PUT", COMPLETE, "", id);
        assertThat(done.get("responses").findValuesAsString("step_id")).containsExactly("a");
    }

    @Test
    void theListIsFilteredSearchedAndPagedWithoutGapsOrDoubles() {
        UUID laptop = wizards.publish(FOUR);
        UUID other = wizards.publish(ALL_TYPES);
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.addFirst(begin(laptop).get("id").asString());
        }
        String odd = ada.call(
                        201,
                        "POST",
                        RUNS,
                        "{\"wizard_id\": \"%s\", \"session_name\": \"100 %% Ümlaut_\"}".formatted(other))
                .get("id")
                .asString();
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    ada.call(200, "GET", RUNS + "?limit=2&wizard_id=" + laptop + "&status=in_progress" + next, "");
            listed.addAll(page.get("items").findValuesAsString("id"));
            next = page.get("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("next_cursor").asString();
        } while (!next.isEmpty());
        assertThat(listed).isEqualTo(begun);
        for (String q : List.of("%C3%BCMLAUT", "100%20%25", "ut_")) {
            assertThat(ada.call(200, "GET", RUNS + "?q=" + q, "").get("items").findValuesAsString("id"))
                    .as(q)
                    .containsExactly(odd);
        }
        assertThat(ada.call(200, "GET", RUNS + "?status=completed", "").get("items"))
                .isEmpty();
        for (String wrong : List.of(
                "status=done", "limit=0", "limit=x", "cursor=7", "wizard_id=7", "q=%00", "q=" + "x".repeat(201))) {
            ada.call(400, "GET", RUNS + "?" + wrong, "");
        }
    }

    @Test
    void anothersWizardSessionIsNotThere() {
        String theirs = begin(wizards.publish(FOUR)).get("id").asString();
        Someone eve = api.someone(port, Role.USER);
        for (Object id : List.of(theirs, ids.next())) {
            eve.call(404, "GET", RUN, "", id);
            eve.call(404, "PUT", RUN, "{\"session_name\": \"Eve\"}", id);
            eve.call(404, "PUT", STEP, responses("{'kind': 'air'}"), id, "model");
            eve.call(404, "PUT", COMPLETE, "", id);
            eve.call(404, "DELETE", RUN, "", id);
        }
        assertThat(eve.call(200, "GET", RUNS, "").get("items")).isEmpty();
        eve.call(404, "POST", RUNS, "{\"wizard_id\": \"" + ids.next() + "\"}");
        eve.call(422, "POST", RUNS, "{}");
        eve.call(422, "POST", RUNS, "{\"wizard_id\": 7}");
        eve.call(422, "POST", RUNS, "{\"wizard_id\": \"7\"}");
        ada.call(204, "DELETE", RUN, "", theirs);
        ada.call(404, "DELETE", RUN, "", theirs);
    }

    @Test
    void aRequestThatIsRepeatedUnderItsKeyHappensOnce() {
        UUID wizard = wizards.publish(FOUR);
        Map<String, String> key = Map.of("Content-Type", "application/json", "Idempotency-Key", "k" + ids.next());
        String body = "{\"wizard_id\": \"" + wizard + "\"}";
        JsonNode first = ada.call(201, "POST", RUNS, body, key);
        assertThat(ada.call(201, "POST", RUNS, body, key)).isEqualTo(first);
        assertThat(ada.call(200, "GET", RUNS, "").get("items")).hasSize(1);

        String id = first.get("id").asString();
        for (String step :
                List.of("model {'kind': 'air'}", "memory {'gb': 1}", "extras {}", "delivery {'city': 'Bern'}")) {
            progressAfter(id, step.replaceFirst(" .*", ""), step.replaceFirst("\\w+ ", ""));
        }
        Map<String, String> finish = Map.of("Content-Type", "application/json", "Idempotency-Key", "f" + ids.next());
        JsonNode done = ada.call(200, "PUT", COMPLETE, "", finish, id);
        assertThat(ada.call(200, "PUT", COMPLETE, "", finish, id)).isEqualTo(done);
    }

    @Test
    void theOnboardingIsListedAndReadHereAndWorkedOnElsewhere() {
        String id = ada.call(200, "POST", "/api/onboarding/start", "")
                .get("session_id")
                .asString();
        assertThat(ada.call(200, "GET", RUNS, "").get("items").findValuesAsString("id"))
                .containsExactly(id);
        assertThat(ada.call(200, "GET", RUN, "", id).get("responses")).isEmpty();
        ada.call(409, "PUT", STEP, responses("{}"), id, "api_keys");
        ada.call(409, "PUT", COMPLETE, "", id);
        ada.call(409, "PUT", RUN, "{\"session_name\": \"Mine\"}", id);
        ada.call(409, "DELETE", RUN, "", id);
    }

    @Test
    void aWizardSessionOfAWizardThatEndedIsExpired() {
        UUID wizard = wizards.publish(FOUR);
        String id = begin(wizard).get("id").asString();
        api.someone(port, Role.ADMIN)
                .call(200, "POST", "/api/v1/wizards/{id}/archive", "{\"ends_at\": \"2020-01-01T00:00:00Z\"}", wizard);
        assertThat(ada.call(200, "GET", RUN, "", id).get("status").asString()).isEqualTo("expired");
        ada.call(409, "PUT", STEP, responses("{'kind': 'air'}"), id, "model");
        ada.call(409, "PUT", COMPLETE, "", id);
        ada.call(409, "PUT", RUN, "{\"session_name\": \"Mine\"}", id);
        assertThat(ada.call(200, "GET", RUNS + "?status=expired", "").get("items"))
                .hasSize(1);
        ada.call(204, "DELETE", RUN, "", id);
    }

    @Test
    void anAbandonedOneIsBroughtBackByTheNextAnswer() {
        String id = begin(wizards.publish(FOUR)).get("id").asString();
        jdbc.sql("update wizard_sessions set status = 'abandoned', abandoned_at = now() where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(ada.call(200, "GET", RUN, "", id).get("status").asString()).isEqualTo("abandoned");
        assertThat(ada.call(200, "PUT", STEP, responses("{'kind': 'air'}"), id, "model")
                        .get("status")
                        .asString())
                .isEqualTo("in_progress");
    }

    /** Numbers by their value, everything else to the letter. */
    private static void assertSame(String field, JsonNode got, JsonNode sent) {
        if (sent.isNumber()) {
            assertThat(got.decimalValue()).as(field).isEqualByComparingTo(sent.decimalValue());
        } else {
            assertThat(got).as(field).isEqualTo(sent);
        }
    }

    private JsonNode begin(UUID wizard) {
        return ada.call(201, "POST", RUNS, "{\"wizard_id\": \"%s\", \"session_name\": \" Mine \"}".formatted(wizard));
    }

    private String progressAfter(String id, String step, String answers) {
        return ada.call(200, "PUT", STEP, responses(answers), id, step)
                .get("progress_percentage")
                .decimalValue()
                .setScale(2)
                .toString();
    }

    private static String responses(String singleQuoted) {
        return "{\"responses\": " + singleQuoted.replace('\'', '"') + "}";
    }
}
