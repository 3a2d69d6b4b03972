package dev.gangway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.Onboardings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GangwayTest
class PersonalDataExportTest {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private List<PersonalData> owners;

    @Autowired
    private PersonalDataExports exports;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private Canary canary;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTableThatNamesAnAccountIsHandedOutBySomeFile() {
        Set<String> namingAccounts = new TreeSet<>(
                jdbc.sql("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and (c.column_name = 'user_id' or c.column_name like '%\\_user\\_id')
                        union
                        select conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'accounts'::regclass
                        union values ('accounts'), ('log_in_failures')
                        """).query((row, number) -> row.getString(1)).list());
        Set<String> handedOut = owners.stream()
                .flatMap(owner -> owner.files().stream())
                .flatMap(file -> file.tables().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(handedOut).isEqualTo(namingAccounts);
    }

    @Test
    void theTrailTellsThatTheArchiveWasTaken() throws IOException {
        UserId ada = testAccounts.user();
        archive(ada);

        assertThat(trail.page(AuditFilter.of(ada), null, 5))
                .extracting(AuditEntry::action)
                .containsExactly("personal_data.exported");
    }

    @Test
    void fileNamesAreUnique() {
        assertThat(owners.stream().flatMap(owner -> owner.files().stream()).map(file -> file.name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theArchiveHoldsEveryTextOfThePersonWithTheNamesOfTheApi() throws IOException {
        Canary.Sung ada = canary.sing(Role.USER);
        Map<String, String> files = archive(ada.id());

        assertThat(files).containsKey("README.txt");
        files.forEach((name, text) -> {
            if (name.endsWith(".json")) {
                assertThat(JSON.readTree(text)).as(name).isNotNull();
            }
        });
        String word = ada.word();
        JsonNode account = json(files, "account/account.json");
        assertThat(account.get("user_id").asString()).isEqualTo(ada.id().value());
        assertThat(account.get("email").asString()).isEqualTo(word + "@example.org");
        assertThat(account.get("roles").get(0).asString()).isEqualTo("USER");
        assertThat(account.get("created_at").asString()).endsWith("Z");
        assertThat(json(files, "account/preferences.json").toString())
                .isEqualTo("{\"language\":\"de\",\"appearance\":\"dark\"}");
        assertThat(json(files, "account/failed_log_ins.json")).hasSize(1);
        assertThat(json(files, "account/login_sessions.json")).hasSize(2);
        assertThat(json(files, "account/login_sessions.json")
                        .get(0)
                        .get("user_agent")
                        .asString())
                .isEqualTo("agent-" + word);
        assertThat(json(files, "onboarding/status.json")
                        .get("progress_percentage")
                        .decimalValue())
                .isEqualByComparingTo("83.33");
        assertThat(json(files, "training/student.json").get("name").asString()).isEqualTo("name " + word);
        assertThat(json(files, "training/student.json").get("longitude").asDouble())
                .isEqualTo(ada.home().longitude());
        assertThat(json(files, "training/lessons.json")).hasSize(20);
        assertThat(json(files, "training/calendar-feed.json")
                        .get("lastFetchedAt")
                        .asString())
                .endsWith("Z");
        assertThat(files.get("training/calendar-feed.json")).doesNotContain(ada.feed());
        JsonNode steps = json(files, "onboarding/steps.json");
        assertThat(steps).hasSize(5);
        assertThat(steps.get(0).at("/data/keys/openai/masked").asString()).startsWith("••••");
        assertThat(steps.get(1).at("/data/writing_style/tone").asString()).isEqualTo("t " + word);
        assertThat(steps.get(2).at("/draft/competitors/0").asString()).contains(word);
        assertThat(steps.get(3).at("/data/core_persona/identity/core_belief").asString())
                .isEqualTo("b " + word);
        assertThat(steps.get(4).at("/data/declaration").asString()).startsWith("Second " + word);
        assertThat(files.get("wizards/response_history.json")).contains("First " + word, "i " + word);
        assertThat(json(files, "wizards/drafts.json")
                        .get(0)
                        .at("/draft/competitors/0")
                        .asString())
                .contains(word);
        assertThat(json(files, "wizards/wizard_sessions.json")
                        .get(0)
                        .get("wizard")
                        .asString())
                .isEqualTo("onboarding");
        assertThat(json(files, "onboarding/knowledge_blocks.json")
                        .get(0)
                        .get("content")
                        .asString())
                .contains(word);
        assertThat(json(files, "onboarding/website_analysis.json").get("url").asString())
                .contains(word);
        assertThat(files.get("account/kept_answers.json")).contains(word);
    }

    @Test
    void whatLetsSomeoneInIsInNoFile() throws IOException {
        Canary.Sung ada = canary.sing(Role.USER);
        String all = String.join("\n", archive(ada.id()).values());

        assertThat(all)
                .doesNotContain("sk-" + ada.word())
                .doesNotContain("mistral" + ada.word())
                .doesNotContain(ada.login().token())
                .doesNotContain("argon2")
                .doesNotContain("token_hash");
    }

    @Test
    void anAccountThatDidNothingHasAnArchiveToo() throws IOException {
        Map<String, String> files = archive(testAccounts.user());

        assertThat(json(files, "onboarding/status.json").get("status").asString())
                .isEqualTo("not_started");
        assertThat(json(files, "wizards/wizard_sessions.json")).isEmpty();
    }

    @Test
    void theReadmeNamesEveryFileInTheReadersLanguage() throws IOException {
        UserId ada = testAccounts.user();
        try (PersonalArchive archive = exports.export(ada, Locale.GERMAN)) {
            Map<String, String> files = Archives.files(archive.content());
            String readme = Objects.requireNonNull(files.get("README.txt"));

            assertThat(readme).startsWith("Ihre Daten bei Gangway").contains(ada.value());
            files.keySet().stream()
                    .filter(name -> name.endsWith(".json"))
                    .forEach(name -> assertThat(readme).contains(name));
        }
    }

    @Test
    void itIsDownloadedOverTheApiAndKeptByNobodyInBetween() throws IOException, InterruptedException {
        Canary.Sung ada = canary.sing(Role.USER);
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/users/me/export"))
                                .header("Authorization", "Bearer " + ada.login().token())
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).matches("attachment; filename=\"gangway-[-0-9]+\\.zip\""));
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        assertThat(Archives.files(answer.body()).get("account/account.json")).contains(ada.word());
    }

    @Test
    void nothingOfOthersIsInIt() throws IOException {
        Canary.Sung ada = canary.sing(Role.USER);
        Canary.Sung bob = canary.sing(Role.USER);

        assertThat(String.join("\n", archive(ada.id()).values()))
                .contains(ada.word())
                .doesNotContain(bob.word())
                .doesNotContain(bob.id().value());
        assertThat(onboardings.status(bob.id()).completed()).isFalse();
    }

    private Map<String, String> archive(UserId person) throws IOException {
        try (PersonalArchive archive = exports.export(person, Locale.ENGLISH)) {
            return Archives.files(archive.content());
        }
    }

    private static JsonNode json(Map<String, String> files, String name) {
        return JSON.readTree(Objects.requireNonNull(files.get(name), name));
    }
}
