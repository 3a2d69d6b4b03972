package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.Ids;
import dev.gangway.base.api.DescribedApi.Someone;
import dev.gangway.base.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GangwayTest
class WizardsApiTest {

    private static final String WIZARDS = "/api/v1/wizards";
    private static final String WIZARD = WIZARDS + "/{id}";
    private static final String IMPORT = WIZARDS + "/import";
    private static final Map<String, String> YAML = Map.of("Content-Type", "application/yaml");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private static final String HEADSET = """
            name: %s
            category: IT
            estimated_minutes: 5
            steps:
              - key: basics
                title: Basics مرحبا 🎉
                required: true
                fields:
                  - {key: model, type: single_choice, label: Model, required: true, options: [{value: air, label: Air}, {value: pro, label: Pro}]}
                  - {key: cable, type: number, label: Cable in cm, min: 50, max: 300, default: 120}
              - key: extras
                title: Extras
                show_if: {field: basics.model, equals: pro}
                fields: [{key: stand, type: yes_no, label: With a stand}]
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private DescribedApi api;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private Someone admin;
    private Someone user;
    private String name = "";

    @BeforeEach
    void people() {
        admin = api.someone(port, Role.ADMIN);
        user = api.someone(port, Role.USER);
        name = "Headset " + ids.next();
    }

    @Test
    void aDefinitionGoesFromImportToPublishedToArchived() {
        JsonNode draft = admin.call(201, "POST", IMPORT, HEADSET.formatted(name), YAML);
        String id = draft.get("id").asString();
        assertThat(draft.get("version").asInt()).isOne();
        assertThat(draft.get("status").asString()).isEqualTo("draft");
        user.call(404, "GET", WIZARD, "", id);
        user.call(404, "GET", WIZARD + "/versions/{version}", "", id, 1);
        admin.call(200, "GET", WIZARD, "", id);
        admin.call(409, "POST", WIZARD + "/archive", "{}", id);

        JsonNode published = admin.call(200, "POST", WIZARD + "/publish", "", id);
        assertThat(published.get("status").asString()).isEqualTo("published");
        admin.call(409, "POST", WIZARD + "/publish", "", id);
        JsonNode seen = user.call(200, "GET", WIZARD, "", id);
        assertThat(seen.get("steps").get(0).get("title").asString()).isEqualTo("Basics مرحبا 🎉");
        assertThat(seen.get("step_count").asInt()).isEqualTo(2);
        assertThat(user.call(200, "GET", WIZARDS + "?limit=1", "")
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString())
                .isEqualTo(id);

        assertThat(admin.call(201, "POST", IMPORT, HEADSET.formatted(name), YAML)
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(user.call(200, "GET", WIZARD, "", id).get("draft_version").isNull())
                .isTrue();
        assertThat(admin.call(200, "GET", WIZARD, "", id).get("draft_version").asInt())
                .isEqualTo(2);
        JsonNode page = admin.call(200, "GET", WIZARD + "/versions?limit=1", "", id);
        assertThat(page.get("items").get(0).get("version").asInt()).isEqualTo(2);
        JsonNode rest = admin.call(
                200,
                "GET",
                WIZARD + "/versions?cursor=" + page.get("next_cursor").asString(),
                "",
                id);
        assertThat(rest.get("items").get(0).get("created_by").asString())
                .isEqualTo(admin.account().id().value());
        assertThat(rest.get("next_cursor").isNull()).isTrue();

        admin.call(422, "POST", WIZARD + "/archive", "{\"ends_at\": 5}", id);
        JsonNode archived = admin.call(200, "POST", WIZARD + "/archive", "{\"ends_at\": \"2026-12-31T23:00:00Z\"}", id);
        assertThat(archived.get("ends_at").asString()).isEqualTo("2026-12-31T23:00:00Z");
        admin.call(409, "POST", WIZARD + "/archive", "", id);
        user.call(409, "POST", "/api/v1/sessions", "{\"wizard_id\": \"" + id + "\"}");
        user.call(200, "GET", WIZARD, "", id);
        user.call(200, "GET", WIZARD + "/versions/{version}", "", id, 1);
        assertThat(user.call(200, "GET", WIZARDS + "?status=archived", "").get("items"))
                .isEmpty();
        assertThat(admin.call(200, "GET", WIZARDS + "?status=archived", "")
                        .get("items")
                        .get(0)
                        .get("status")
                        .asString())
                .isEqualTo("archived");
        assertThat(actions(id))
                .containsExactly("wizard.imported", "wizard.published", "wizard.imported", "wizard.archived");
    }

    @Test
    void everyProblemIsToldWithItsPlaceAndLineAndNothingIsStored() {
        String wrong = """
                name: %s
                steps:
                  - key: basics
                    title: Basics
                    fields:
                      - {key: a, type: single_choice, label: A}
                      - {key: a, type: number, label: B, min: 5, max: 1}
                  - key: later
                    title: Later
                    show_if: {field: nothing.here, equals: 1}
                    fields: []
                """.formatted(name);
        JsonNode refused = admin.call(422, "POST", IMPORT, wrong, YAML);
        assertThat(refused.get("errors").findValuesAsString("line")).contains("6", "7", "10");
        assertThat(refused.get("errors").findValuesAsString("path")).contains("/steps/1/show_if/field");
        JsonNode german = admin.call(
                422, "POST", IMPORT, wrong, Map.of("Content-Type", "application/yaml", "Accept-Language", "de"));
        assertThat(german.get("detail").asString())
                .isNotEqualTo(refused.get("detail").asString());
        assertThat(admin.call(422, "POST", IMPORT, "{\"name\": \"x\",", JSON)
                        .get("errors")
                        .get(0)
                        .get("line")
                        .asInt())
                .isOne();
        admin.call(422, "POST", IMPORT, "just words", YAML);
        admin.call(422, "POST", IMPORT, "name: Onboarding\nsteps: [{key: a, title: A, fields: []}]", YAML);
        admin.call(415, "POST", IMPORT, wrong, Map.of("Content-Type", "text/csv"));
        admin.call(413, "POST", IMPORT, "# " + "x".repeat(1_100_000), YAML);
        admin.call(400, "POST", IMPORT, "", YAML);
        assertThat(jdbc.sql("select count(*) from wizards where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void exportGivesBackWhatWasImportedInBothForms() {
        String id = admin.call(201, "POST", IMPORT, HEADSET.formatted(name), YAML)
                .get("id")
                .asString();
        String export = WIZARDS + "/" + id + "/export";
        JsonNode before = admin.call(200, "GET", WIZARD + "/export", "", Map.of("Accept", "application/json"), id);
        HttpResponse<String> yaml = admin.send("GET", export, "", Map.of());
        assertThat(yaml.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(yaml.body()).contains("Basics مرحبا 🎉", "show_if:");

        assertThat(admin.call(201, "POST", IMPORT, yaml.body(), YAML).get("id").asString())
                .isEqualTo(id);
        JsonNode after =
                admin.call(200, "GET", WIZARD + "/export?version=1", "", Map.of("Accept", "application/json"), id);
        assertThat(after).isEqualTo(before);
        admin.call(201, "POST", IMPORT, after.toString(), JSON);
        assertThat(admin.send("GET", export, "", Map.of()).body()).isEqualTo(yaml.body());
        assertThat(admin.send("GET", export, "", Map.of("Accept", "application/json;q=0.5, */*"))
                        .body())
                .isEqualTo(yaml.body());
        admin.call(406, "GET", WIZARD + "/export", "", Map.of("Accept", "text/csv"), id);
        admin.call(404, "GET", WIZARD + "/export?version=9", "", id);
        admin.call(404, "GET", WIZARD + "/export", "", ids.next());
    }

    @Test
    void aDraftThatSomeoneElseSavedMeanwhileIsNotPublishedUnseen() {
        HttpResponse<String> first = admin.send("POST", IMPORT, HEADSET.formatted(name), YAML);
        String id = admin.call(201, "POST", IMPORT, HEADSET.formatted(name), YAML)
                .get("id")
                .asString();
        JsonNode stale = admin.call(
                412,
                "POST",
                WIZARD + "/publish",
                "",
                Map.of("If-Match", first.headers().firstValue("ETag").orElseThrow()),
                id);
        assertThat(stale.get("conflicts").get(0).get("theirs").asInt()).isEqualTo(2);
        admin.call(200, "POST", WIZARD + "/publish", "", Map.of("If-Match", "\"2\""), id);
    }

    @Test
    void anImportThatIsRepeatedUnderItsKeyMakesNoSecondDraft() {
        Map<String, String> key = Map.of("Content-Type", "application/yaml", "Idempotency-Key", "import-" + name);
        JsonNode first = admin.call(201, "POST", IMPORT, HEADSET.formatted(name), key);
        String id = first.get("id").asString();
        admin.call(200, "POST", WIZARD + "/publish", "", id);
        assertThat(admin.call(201, "POST", IMPORT, HEADSET.formatted(name), key))
                .isEqualTo(first);
        assertThat(admin.call(200, "GET", WIZARD, "", id).get("draft_version").isNull())
                .isTrue();
        admin.call(422, "POST", IMPORT, HEADSET.formatted(name + "2"), key);
    }

    @Test
    void whatIsNotThereOrMakesNoSenseIsToldPlainly() {
        Object nothing = ids.next();
        admin.call(404, "GET", WIZARD, "", nothing);
        admin.call(404, "GET", WIZARD + "/versions", "", nothing);
        admin.call(404, "POST", WIZARD + "/publish", "", nothing);
        admin.call(404, "POST", WIZARD + "/archive", "{}", nothing);
        admin.call(400, "GET", WIZARD, "", "seven");
        admin.call(400, "GET", WIZARDS + "?limit=201", "");
        admin.call(400, "GET", WIZARDS + "?status=open", "");
        admin.call(400, "GET", WIZARDS + "?cursor=x", "");
        String id = admin.call(201, "POST", IMPORT, HEADSET.formatted(name), YAML)
                .get("id")
                .asString();
        admin.call(422, "POST", WIZARD + "/archive", "{\"ends_at\": \"tomorrow\"}", id);
        admin.call(422, "POST", WIZARD + "/archive", "{\"ends_at\": \"+999999999-01-01T00:00:00Z\"}", id);
        assertThat(user.call(200, "GET", WIZARDS + "/schema", "").get("$id").asString())
                .isEqualTo("urn:gangway:wizard");
        String onboarding = jdbc.sql("select id from wizards where key = 'onboarding'")
                .query(String.class)
                .single();
        assertThat(user.call(200, "GET", WIZARD, "", onboarding).get("built_in").asBoolean())
                .isTrue();
        admin.call(409, "POST", WIZARD + "/archive", "{}", onboarding);
        user.call(409, "POST", "/api/v1/sessions", "{\"wizard_id\": \"" + onboarding + "\"}");
    }

    private List<String> actions(String wizardId) {
        return jdbc.sql("select action from audit_entries where details->>'wizard_id' = :id order by id")
                .param("id", wizardId)
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
