package dev.gangway.base.api;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import dev.gangway.GangwayTest;
import dev.gangway.base.api.DescribedApi.Someone;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.definition.FieldType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each type of field gives back what it was given, whether that is 0, false, nothing, the least, the most, written from right to
 * left or an emoji: through the API, a page, a draft, a template and every export.
 */
@GangwayTest
class EveryAnswerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String RUNS = "/api/v1/sessions";
    private static final String EMOJI = "👩‍🚀🎉";
    private static final String RTL = "مرحبا \u200fשלום (0)";

    /** What can be answered, as JSON; each round takes the next answer of every type. */
    private static final Map<FieldType, List<String>> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put(
                FieldType.SHORT_TEXT, texts("0", "false", "", "x".repeat(1_000), RTL, EMOJI, "null \\u2028 <b> % '"));
        ANSWERS.put(
                FieldType.LONG_TEXT,
                texts(
                        "false",
                        "0",
                        "",
                        "🎉".repeat(20_000),
                        RTL + "\\n" + RTL,
                        EMOJI + "\\n\\n" + EMOJI,
                        "e\\u0301 \\\\"));
        ANSWERS.put(
                FieldType.NUMBER,
                List.of(
                        "0",
                        "-0.0000000001",
                        "null",
                        "999999999999999.9999999999",
                        "-999999999999999.9999999999",
                        "123456789012345.25",
                        "1e14"));
        ANSWERS.put(FieldType.YES_NO, List.of("false", "true", "null"));
        ANSWERS.put(FieldType.SINGLE_CHOICE, texts("0", "false", "", "y".repeat(200), RTL, EMOJI));
        ANSWERS.put(
                FieldType.MULTIPLE_CHOICE,
                List.of("[\"0\"]", "[\"false\",\"" + EMOJI + "\"]", "[]", "[\"" + "y".repeat(200) + "\"]", all()));
        ANSWERS.put(FieldType.DATE, texts("2028-02-29", "0001-01-01", "", "9999-12-31"));
        ANSWERS.put(FieldType.TIME, texts("00:00", "23:59", ""));
        ANSWERS.put(FieldType.DATE_TIME, texts("0001-01-01T00:00", "9999-12-31T23:59", "", "2026-03-29T02:30"));
        ANSWERS.put(FieldType.RATING, List.of("0", "10", "null"));
        ANSWERS.put(FieldType.SLIDER, List.of("0", "-1000000", "null", "1000000"));
        ANSWERS.put(FieldType.COLOR, texts("#000000", "#ffffff", ""));
        ANSWERS.put(
                FieldType.EMAIL,
                texts("0@0.0", EMOJI + "@example.org", "", "m".repeat(64) + "@" + "d".repeat(189), "سلام@مثال.إختبار"));
        ANSWERS.put(
                FieldType.URL,
                texts(
                        "http://0",
                        "https://example.org/" + EMOJI + "?q=0#false",
                        "",
                        "https://example.org/" + "u".repeat(1_980),
                        "https://example.org/مرحبا?q=שלום"));
    }

    @LocalServerPort
    private int port;

    @Autowired
    private DescribedApi api;

    @Autowired
    private Pages pages;

    @Autowired
    private TestWizards wizards;

    private Someone ada;
    private UUID wizard = new UUID(0, 0);

    @BeforeEach
    void someone() {
        ada = api.someone(port, Role.USER);
        wizard = wizards.publish(steps(JSON.createObjectNode()));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    static IntStream rounds() {
        return IntStream.range(
                0, ANSWERS.values().stream().mapToInt(List::size).max().orElseThrow());
    }

    @ParameterizedTest(name = "round {0}")
    @MethodSource("rounds")
    void whatIsAnsweredComesBackAsItWasGivenWhicheverWayItGoes(int round) throws Exception {
        ObjectNode before = answers(round + 1);
        ObjectNode given = answers(round);

        String called = begin();
        save(called, before);
        save(called, given);
        assertThat(stored(called)).as("through the API").isEqualTo(answered(given));
        Map<String, @Nullable Object> shown = shown(called);

        String typed = begin();
        save(typed, before);
        open(typed);
        type(shown);
        assertThat(shown(typed)).as("as a draft on another page").isEqualTo(shown);
        assertThat(stored(typed)).as("what is only typed").isEqualTo(answered(before));
        JsonNode draft = entry(archive().path("wizards/drafts.json"), typed).get("draft");
        assertThat(draft).isNotEmpty();
        assertThat(values(draft)).as("a draft that is exported").isEqualTo(only(values(given), draft));
        _click(_get(Button.class, spec -> spec.withClasses("submit")));
        assertThat(_get(H1.class).getText()).isEqualTo("End");
        assertThat(stored(typed)).as("through the page").isEqualTo(answered(given));

        ada.call(200, "PUT", RUNS + "/{id}/steps/{key}", "{\"responses\": {}}", called, "end");
        ada.call(200, "PUT", RUNS + "/{id}/complete", "", called);
        String template = ada.call(201, "POST", "/api/v1/templates/from-session/{id}", "{\"name\": \"Ours\"}", called)
                .get("id")
                .asString();
        String replayed = ada.call(201, "POST", "/api/v1/templates/{id}/replay", "{}", template)
                .get("session_id")
                .asString();
        assertThat(shown(replayed)).as("prefilled from a template").isEqualTo(shown);
        assertThat(ada.call(200, "GET", RUNS + "/{id}", "", replayed).get("responses"))
                .isEmpty();
        _click(_get(Button.class, spec -> spec.withClasses("submit")));
        assertThat(stored(replayed)).as("through a template").isEqualTo(answered(given));
        JsonNode archive = archive();
        assertThat(answered(archive.path("wizards/templates.json").get(0).at("/answers/all")))
                .as("a template that is exported")
                .isEqualTo(answered(given));

        for (String run : List.of(called, typed, replayed)) {
            assertThat(answered(
                            entry(archive.path("wizards/responses.json"), run).get("data")))
                    .as("answers that are exported")
                    .isEqualTo(answered(given));
        }
    }

    @ParameterizedTest(name = "round {0}")
    @MethodSource("rounds")
    void whatIsTheDefaultIsShownAndComesBackFromAnExport(int round) {
        Someone admin = api.someone(port, Role.ADMIN);
        ObjectNode given = answers(round);
        String called = begin();
        save(called, given);
        Map<String, @Nullable Object> shown = shown(called);

        wizard = wizards.publish(steps(given));
        assertThat(shown(begin())).as("defaults on a page").isEqualTo(shown);

        String text = exported(admin, wizard);
        assertThat(defaults(text)).isEqualTo(answered(given));
        String again = admin.send(
                        "POST",
                        "/api/v1/wizards/import",
                        text.replaceFirst("Wizard ", "Again "),
                        Map.of("Content-Type", "application/yaml"))
                .body();
        assertThat(exported(
                        admin, UUID.fromString(JSON.readTree(again).get("id").asString())))
                .isEqualTo(text.replaceFirst("Wizard ", "Again "));
    }

    private static String exported(Someone admin, UUID wizard) {
        return admin.send("GET", "/api/v1/wizards/" + wizard + "/export", "", Map.of("Accept", "application/yaml"))
                .body();
    }

    /** The defaults of a definition in YAML, by field. */
    private static Map<String, JsonNode> defaults(String yaml) {
        Map<String, JsonNode> defaults = new HashMap<>();
        new tools.jackson.dataformat.yaml.YAMLMapper(tools.jackson.dataformat.yaml.YAMLFactory.builder()
                        .loadSettings(org.snakeyaml.engine.v2.api.LoadSettings.builder()
                                .setBufferSize(1 << 20)
                                .build())
                        .build())
                .rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(yaml)
                .at("/steps/0/fields")
                .forEach(field -> {
                    if (field.has("default")) {
                        defaults.put(field.get("key").asString(), plain(field.get("default")));
                    }
                });
        return defaults;
    }

    private String begin() {
        return ada.call(201, "POST", RUNS, "{\"wizard_id\": \"" + wizard + "\"}")
                .get("id")
                .asString();
    }

    private void save(String run, ObjectNode answers) {
        ada.call(200, "PUT", RUNS + "/{id}/steps/{key}", "{\"responses\": " + answers + "}", run, "all");
    }

    private Map<String, JsonNode> stored(String run) {
        JsonNode session =
                JSON.readTree(ada.send("GET", RUNS + "/" + run, "", Map.of()).body());
        return answered(session.get("responses").get(0).get("data"));
    }

    private void open(String run) {
        pages.close();
        pages.openAs(ada.account().id(), Role.USER);
        UI.getCurrent().navigate("wizards/run/" + run + "/all");
        assertThat(_get(H1.class).getText()).isEqualTo("All");
    }

    /** What a fresh page of the step shows, by label. */
    private Map<String, @Nullable Object> shown(String run) {
        open(run);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        questions().forEach((label, question) -> shown.put(label, question.getValue()));
        assertThat(shown).hasSize(ANSWERS.size());
        return shown;
    }

    /** Has the open page hold these values, as if a person had typed and chosen them. */
    private static void type(Map<String, @Nullable Object> values) {
        questions().forEach((label, question) -> {
            question.setValue(values.get(label));
            tell((AbstractField<?, ?>) question);
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, HasValue<?, @Nullable Object>> questions() {
        return _find(Component.class, spec -> spec.withClasses("question")).stream()
                .collect(Collectors.toMap(
                        question -> Objects.requireNonNull(((HasLabel) question).getLabel()),
                        question -> (HasValue<?, @Nullable Object>) question,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void tell(AbstractField<?, ?> field) {
        ComponentUtil.fireEvent(
                (AbstractField) field,
                new AbstractField.ComponentValueChangeEvent((AbstractField) field, field, null, true));
    }

    /** The files of the archive of personal data. */
    private JsonNode archive() throws IOException, InterruptedException {
        byte[] archive = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/users/me/export"))
                                .header("Authorization", "Bearer " + ada.token())
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        ObjectNode files = JSON.createObjectNode();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    files.set(entry.getName(), JSON.readTree(zip.readAllBytes()));
                }
            }
        }
        return files;
    }

    private static JsonNode entry(JsonNode list, String run) {
        return list.valueStream()
                .filter(one -> one.get("session_id").asString().equals(run)
                        && !one.path("step_id").asString("").equals("end"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode answers(int round) {
        ObjectNode answers = JSON.createObjectNode();
        ANSWERS.forEach((type, some) -> answers.set(type.word(), JSON.readTree(some.get(round % some.size()))));
        return answers;
    }

    /** What counts as an answer, numbers by their value. */
    private static Map<String, JsonNode> answered(JsonNode answers) {
        Map<String, JsonNode> answered = values(answers);
        answered.values().removeIf(JsonNode::isNull);
        return answered;
    }

    private static Map<String, JsonNode> values(JsonNode answers) {
        Map<String, JsonNode> values = new HashMap<>();
        answers.properties().forEach(field -> values.put(field.getKey(), plain(field.getValue())));
        return values;
    }

    private static Map<String, JsonNode> only(Map<String, JsonNode> values, JsonNode like) {
        values.keySet().retainAll(like.propertyNames());
        return values;
    }

    private static JsonNode plain(JsonNode value) {
        boolean isNothing = (value.isArray() && value.isEmpty())
                || (value.isString() && value.stringValue().isEmpty());
        return value.isNumber()
                ? DecimalNode.valueOf(value.decimalValue().stripTrailingZeros())
                : isNothing ? NullNode.instance : value;
    }

    /** A step with a field of every type, with these defaults, and one with none. */
    private static String steps(ObjectNode defaults) {
        String fields = ANSWERS.keySet().stream()
                .map(type -> "      - {key: %1$s, type: %1$s, label: The %1$s%2$s%3$s}\n"
                        .formatted(
                                type.word(),
                                more(type),
                                initial(answered(defaults).get(type.word()))))
                .collect(Collectors.joining());
        return "steps:\n  - key: all\n    title: All\n    fields:\n" + fields
                + "  - {key: end, title: End, fields: []}\n";
    }

    private static String initial(@Nullable JsonNode answer) {
        return answer == null ? "" : ", default: " + answer;
    }

    private static String more(FieldType type) {
        return switch (type) {
            case RATING -> ", min: 0, max: 10";
            case SLIDER -> ", min: -1000000, max: 1000000";
            case SINGLE_CHOICE, MULTIPLE_CHOICE ->
                ", options: ["
                        + options().stream()
                                .map(option -> "{value: \"%1$s\", label: \"%1$s\"}".formatted(option))
                                .collect(Collectors.joining(", "))
                        + "]";
            default -> "";
        };
    }

    private static List<String> options() {
        return List.of("0", "false", RTL, EMOJI, "y".repeat(200));
    }

    private static String all() {
        return "[" + options().stream().map(option -> "\"" + option + "\"").collect(Collectors.joining(",")) + "]";
    }

    private static List<String> texts(String... texts) {
        return Arrays.stream(texts).map(text -> "\"" + text + "\"").toList();
    }
}
