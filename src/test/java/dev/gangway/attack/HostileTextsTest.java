package dev.gangway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.Ids;
import dev.gangway.base.api.ApiClient;
import dev.gangway.base.security.Role;
import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.PageTree;
import dev.gangway.privacy.Canary;
import dev.gangway.wizard.TestWizards;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every text of every body of the API, with every hostile text: it is refused in words, or is the text itself, also where it
 * is shown. A text without a row here fails.
 */
@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class HostileTextsTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the server answers where its inside gets outside. */
    private static final List<String> INSIDE =
            List.of("Exception", "java.lang", "org.postgresql", "org.springframework", "dev.gangway", "SQLSTATE");

    /** What is taken from nobody: it is in answers and in bodies that are read from answers. */
    private static final List<String> READ_ONLY = List.of(
            "data.analysis.",
            "data.kblock_id",
            "data.quality_metrics",
            "data.justification",
            "data.loss",
            "data.layer");

    private static final int LONG = 500_000;

    private record Probe(String operation, String who, String body) {

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String path() {
            return operation.substring(operation.indexOf(' ') + 1);
        }
    }

    private static final List<Probe> PROBES = new ArrayList<>();

    static {
        probe(
                "nobody",
                "POST /api/auth/login",
                "{'username': 'NEXT', 'password': 'quince ladder motet 41', 'code': '123456'}");
        for (String steps : List.of("onboarding/steps", "settings")) {
            String path = "PUT /api/" + steps + "/{name}";
            probe("api_keys", path, """
                    {'data': {'keys': {'anthropic': 'a', 'copilotkit': 'a', 'exa': 'a', 'firecrawl': 'a', 'gemini': 'a',
                     'mistral': 'a', 'openai': 'a', 'serper': 'a', 'tavily': 'a'}}}""");
            probe("website", path, """
                    {'data': {'website_url': 'https://a.example/', 'industry': 'i', 'target_audience': 't',
                     'business_goals': 'g', 'writing_style': {'tone': 't', 'formality': 'f', 'complexity': 'c'},
                     'content_type': 'c', 'brand_values': ['b'], 'business_description': 'We build boats.'}}""");
            probe("research", path, """
                    {'data': {'research_depth': 'Deep', 'content_types': ['News'], 'competitors': ['https://a.example/']}}""");
            probe("persona", path, """
                    {'data': {'core_persona': {'identity': {'persona_name': 'n', 'archetype': 'a', 'core_belief': 'b',
                     'brand_voice': 'v'}, 'tonal_range': {'default_tone': 'd', 'permissible_tones': ['p'],
                     'forbidden_tones': ['f']}}, 'platform_personas': {'linkedin': {'character_limit': 3000, 'hashtags': 3,
                     'emoji': false, 'call_to_action': 'c'}}, 'selected_platforms': ['linkedin']}}""");
            probe("first_declaration", path, "{'data': {'declaration': 'We build boats.', 'title': 'Boats'}}");
        }
        probe("website", "PUT /api/onboarding/steps/{name}/draft", "{'data': {'industry': 'i', 'website_url': 'u'}}");
        probe("eve", "POST /api/onboarding/start", "{'user_id': 'x'}");
        probe("eve", "POST /api/onboarding/complete", "{'session_id': 'x'}");
        probe(
                "eve",
                "POST /api/onboarding/first-declaration",
                "{'declaration': 'We build boats.', 'session_id': null}");
        probe("eve", "POST /api/onboarding/first-declaration", "{'declaration': 'We build boats.', 'session_id': 'x'}");
        probe("eve", "POST /api/auth/clear-cache", "{'user_id': 'x'}");
        probe("eve", "DELETE /api/users/me", "{'username': 'x'}");
        probe("eve", "POST /api/v1/sessions", "{'wizard_id': 'WIZARD', 'session_name': 'n'}");
        probe("eve", "PUT /api/v1/sessions/{id}", "{'session_name': 'n', 'current_step_id': 'all'}");
        probe("eve", "PUT /api/v1/sessions/{id}/steps/{key}", """
                {'responses': {'short_text': 's', 'long_text': 'l', 'single_choice': 'a', 'multiple_choice': ['a'],
                 'date': '2026-01-01', 'time': '10:00', 'date_time': '2026-01-01T10:00', 'color': '#000000',
                 'email': 'a@example.org', 'url': 'https://example.org/', 'number': '1', 'yes_no': 'true', 'rating': '1',
                 'slider': '1'}}""");
        probe(
                "template",
                "POST /api/v1/templates/from-session/{id}",
                "{'name': 'n', 'description': 'd', 'public': true}");
        probe("eve", "POST /api/v1/templates/{id}/replay", "{'session_name': 'n'}");
        probe("lesson", "POST /api/v1/booking/tutoring-sessions/{id}/dispute", "{'reason': 'r'}");
        probe("lesson", "POST /api/v1/booking/tutoring-sessions/{id}/absence", "{'absent': 'student'}");
        probe(
                "lesson",
                "POST /api/v1/booking/tutoring-sessions/{id}/reschedule",
                "{'startsAt': '2099-01-05T10:00:00Z', 'reason': 'r'}");
        probe(
                "admin",
                "PUT /api/accounts/{user_id}",
                "{'username': 'NEXT', 'email': 'a@example.org', 'roles': ['USER'], 'enabled': true,"
                        + " 'password': 'quince ladder motet 41'}");
        probe(
                "admin",
                "PUT /api/v1/booking/zones/{id}",
                "{'name': 'z', 'centre': {'latitude': 62, 'longitude': 5}, 'radiusKm': 10, 'timeZone': 'Europe/Oslo',"
                        + " 'active': false}");
        probe("admin", "PUT /api/v1/booking/courses/{id}", "{'name': 'c'}");
        probe("admin", "PUT /api/v1/booking/trainers/{id}", """
                {'userId': 'x', 'zoneId': 'z', 'home': null, 'courseIds': ['c'], 'capacity': 5, 'active': true,
                 'workingHours': {'from': '08:00', 'to': '17:00'}, 'timeZone': 'Europe/Oslo'}""");
        probe(
                "admin",
                "POST /api/v1/booking/trainers/{id}/departure",
                "{'lessons': [{'purchaseSessionId': 'x', 'trainerId': 'x'}], 'deactivate': false}");
        for (String booked : List.of("assignments/what-if", "auto-assign-trainer")) {
            probe("admin", "POST /api/v1/booking/" + booked, """
                    {'bookingId': 'NEXT', 'courseId': 'COURSE', 'classType': 'ONE_ON_ONE', 'totalSessions': 10,
                     'deliveryMode': 'WEEKDAY_DAILY', 'lessonType': 'ONLINE', 'startDate': '2099-01-05',
                     'preferredTimeSlot': '10:00', 'studentLocation': {'latitude': 62, 'longitude': 5},
                     'students': [{'id': 'NEXT', 'name': 'n', 'email': 'a@example.org'}]}""");
        }
        probe(
                "admin",
                "PATCH /api/v1/booking/purchase-sessions/{id}",
                "{'startsAt': '2099-01-05T10:00:00Z', 'status': 'x'}");
        probe("admin", "POST /api/v1/wizards/import", """
                {'name': 'NEXT', 'description': 'd', 'category': 'c', 'steps': [{'key': 'one', 'title': 't', 'help': 'h',
                 'fields': [{'key': 'a', 'type': 'short_text', 'label': 'l', 'help': 'h', 'pattern': '.*', 'default': 'd'},
                  {'key': 'b', 'type': 'single_choice', 'label': 'l', 'options': [{'value': 'v', 'label': 'l'}]}]}]}""");
        probe("admin", "POST /api/v1/wizards/{id}/archive", "{'ends_at': 'x'}");
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Canary canary;

    @Autowired
    private TestWizards wizards;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Canary.Sung eve;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Canary.Sung admin;

    private UUID wizard = new UUID(0, 0);
    private String run = "";
    private String lesson = "";
    private String course = "";

    private ApiClient http = new ApiClient(0);

    @BeforeEach
    void peopleAndWhatTheyHave() {
        http = new ApiClient(port);
        eve = canary.sing(Role.USER, Role.TRAINER);
        admin = canary.sing(Role.ADMIN);
        wizard = wizards.publish("""
                steps:
                  - key: all
                    title: All
                    fields:
                      - {key: rating, type: rating, label: R, min: 0, max: 5}
                      - {key: slider, type: slider, label: S, min: 0, max: 5}
                      - {key: single_choice, type: single_choice, label: O, options: [{value: a, label: A}]}
                      - {key: multiple_choice, type: multiple_choice, label: M, options: [{value: a, label: A}]}
                """
                + Stream.of(
                                "short_text",
                                "long_text",
                                "number",
                                "yes_no",
                                "date",
                                "time",
                                "date_time",
                                "color",
                                "email",
                                "url")
                        .map(type -> "      - {key: %1$s, type: %1$s, label: The %1$s}\n".formatted(type))
                        .collect(Collectors.joining()));
        run = wizards.begin(eve.id(), wizard).value().toString();
        lesson = one("select id::text from tutoring_sessions where student_id = :user limit 1");
        course = one("select course_id from tutoring_sessions where student_id = :user limit 1");
    }

    @Test
    void everyTextOfEveryBodyHasARow() {
        Set<String> described = new Places(
                        JSON.readTree(http.get("/v3/api-docs").body()))
                .texts().stream()
                        .filter(place -> READ_ONLY.stream().noneMatch(place::contains))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> probed = PROBES.stream()
                .flatMap(probe -> texts(JSON.readTree(probe.body().replace('\'', '"'))).keySet().stream()
                        .map(text -> probe.operation() + " "
                                + text.substring(1)
                                        .replaceAll("/\\d+", "[]")
                                        .replace('/', '.')
                                        .replace(".[]", "[]")))
                .collect(Collectors.toSet());

        assertThat(probed).containsAll(described);
    }

    @Test
    void aHostileTextIsRefusedInWordsOrIsTheTextItself(CapturedOutput output) throws IOException {
        List<String> wrong = new ArrayList<>();
        int taken = 0;
        for (Probe probe : PROBES) {
            JsonNode body = JSON.readTree(probe.body().replace('\'', '"'));
            boolean isFirst = true;
            for (String place : texts(body).keySet()) {
                for (Map.Entry<String, String> text : Hostile.TEXTS.entrySet()) {
                    if (text.getValue().length() > LONG && !isFirst) {
                        continue; // The body as a whole is too long, whichever of its texts is.
                    }
                    HttpResponse<String> answer = give(probe, body, place, text.getValue());
                    complaint(answer)
                            .ifPresent(complaint ->
                                    wrong.add(probe.operation() + place + " with " + text.getKey() + ": " + complaint));
                    taken += answer.statusCode() < 300 ? 1 : 0;
                }
                isFirst = false;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(taken).as("texts that were taken as they are").isGreaterThan(300);
        assertThat(jdbc.sql("select count(*) from accounts").query(Long.class).single())
                .isPositive();
        assertThat(output.getAll().lines())
                .noneMatch(line -> line.startsWith("2026-01-01T00:00:00.000Z ERROR 1 --- pwned"))
                .noneMatch(line -> line.indexOf('\u001b') >= 0 && line.contains("[2J"));
        nothingIsShownAsMoreThanText();
    }

    @Test
    void aHostileTextInAnAddressIsRefusedInWords() {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> text : Hostile.TEXTS.entrySet()) {
            if (text.getValue().length() > 4_000 || text.getKey().equals("half a character")) {
                continue; // Longer than addresses are, or no text that an address can have.
            }
            String encoded = URLEncoder.encode(JSON.readTree(text.getValue()).asString(""), StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/api/accounts/X",
                    "/api/v1/booking/zones/X",
                    "/api/v1/booking/courses/X",
                    "/api/v1/booking/trainers/X",
                    "/api/v1/booking/zones?cursor=X",
                    "/api/v1/wizards?status=X",
                    "/api/v1/analytics/overview?from=X&to=X",
                    "/api/v1/booking/tutoring-sessions?studentId=X&trainerId=X&cursor=X",
                    "/api/v1/wizards/X",
                    "/calendar/X.ics",
                    "/no/such/X")) {
                HttpResponse<String> answer = http.send("GET", path.replace("X", encoded), "", admin.headers());
                complaint(answer).ifPresent(complaint -> wrong.add(path + " with " + text.getKey() + ": " + complaint));
            }
            HttpResponse<String> search = http.send("GET", "/api/v1/sessions?q=" + encoded, "", eve.headers());
            complaint(search).ifPresent(complaint -> wrong.add("a search with " + text.getKey() + ": " + complaint));
        }

        assertThat(wrong).isEmpty();
    }

    private HttpResponse<String> give(Probe probe, JsonNode body, String place, String text) {
        String mark = "THE-TEXT";
        JsonNode changed = body.deepCopy();
        set(changed, place, mark);
        String sent = changed.toString()
                .replace("NEXT", "hostile-" + ids.next())
                .replace("WIZARD", wizard.toString())
                .replace("COURSE", course)
                .replace("\"" + mark + "\"", text);
        String path = probe.path()
                .replace("{name}", probe.who())
                .replace("{key}", "all")
                .replace("{user_id}", "hostile-" + ids.next());
        path = switch (probe.who()) {
            case "lesson" -> path.replace("{id}", lesson);
            case "admin" -> path.replace("{id}", "hostile-" + ids.next());
            default -> path.replace("{id}", run);
        };
        return http.send(
                probe.method(),
                path,
                sent,
                probe.who().equals("nobody") ? stranger() : (probe.who().equals("admin") ? admin : eve).headers());
    }

    /** Somebody from an address of their own, so that nobody else is taken for the one who guesses. */
    private String[] stranger() {
        return new String[] {
            "Content-Type",
            "application/json",
            "X-Forwarded-For",
            "203.0.113." + Math.floorMod(ids.next().hashCode(), 250)
        };
    }

    private static void set(JsonNode body, String place, String text) {
        JsonNode parent = body.at(place.substring(0, place.lastIndexOf('/')));
        String name = place.substring(place.lastIndexOf('/') + 1);
        if (parent.isObject()) {
            ((ObjectNode) parent).put(name, text);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), text);
        }
    }

    /** The texts in a body, by their place as JSON pointers write it. */
    private static Map<String, String> texts(JsonNode body) {
        Map<String, String> texts = new TreeMap<>();
        gather(body, "", texts);
        return texts;
    }

    private static void gather(JsonNode node, String place, Map<String, String> texts) {
        if (node.isString()) {
            texts.put(place, node.stringValue());
        } else if (node.isObject()) {
            node.properties().forEach(entry -> gather(entry.getValue(), place + "/" + entry.getKey(), texts));
        } else {
            for (int i = 0; i < node.size(); i++) {
                gather(node.get(i), place + "/" + i, texts);
            }
        }
    }

    private static Optional<String> complaint(HttpResponse<String> answer) {
        String body = answer.body();
        if (answer.statusCode() >= 500) {
            return Optional.of(answer.statusCode() + " " + body);
        }
        if (answer.headers().map().keySet().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("pwned"))
                || answer.headers().firstValue("Set-Cookie").orElse("").contains("pwned")) {
            return Optional.of("a header of its own " + answer.headers().map());
        }
        if (INSIDE.stream().anyMatch(body::contains)) {
            return Optional.of("the inside of the server " + body);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("application/json");
        if (answer.statusCode() == 400 && type.startsWith("text/html")) {
            // What the server below refuses to pass on, such as a zero that is written as %00, it answers itself.
            return body.contains(Hostile.TRACE) || body.contains("Tomcat/")
                    ? Optional.of("a page that says too much " + body)
                    : Optional.empty();
        }
        if (!type.contains("json")) {
            return Optional.of(type + " instead of JSON");
        }
        try {
            JSON.readTree(body);
            return Optional.empty();
        } catch (JacksonException broken) {
            return Optional.of("no JSON " + body);
        }
    }

    /** Opens every page that shows any of what was taken. */
    private void nothingIsShownAsMoreThanText() throws IOException {
        int shown = look(
                eve,
                "onboarding/website",
                "onboarding/research",
                "onboarding/persona",
                "onboarding/first_declaration",
                "onboarding/summary",
                "settings",
                "wizards",
                "wizards/run/" + run,
                "sessions",
                "student/sessions",
                "trainer/sessions",
                "account");
        shown += look(
                admin,
                "admin/accounts",
                "admin/wizards",
                "admin/sessions",
                "admin/statistics",
                "admin/reconcile",
                "admin/jobs",
                "admin/purchases",
                "admin/trainers",
                "admin/trainers/zones",
                "admin/trainers/courses");
        assertThat(shown).as("hostile texts on pages").isGreaterThan(10);
    }

    private int look(Canary.Sung who, String... routes) throws IOException {
        int shown = 0;
        try (PageClient page = canary.page(port, who)) {
            for (String route : routes) {
                for (PageTree.Node node : page.go(route).all()) {
                    for (String markup : List.of("innerHTML", "outerHTML", "srcdoc")) {
                        assertThat(node.property(markup).toString()).as(route).doesNotContain(Hostile.TRACE);
                    }
                    for (String address : List.of("href", "src", "action")) {
                        assertThat(node.attribute(address).toString()).as(route).doesNotContain("javascript:");
                    }
                    shown += page.tree().textOf(node).contains(Hostile.TRACE)
                                    || node.property("value").toString().contains(Hostile.TRACE)
                            ? 1
                            : 0;
                }
            }
        }
        return shown;
    }

    private String one(String sql) {
        return canary.one(sql, eve);
    }

    private static void probe(String who, String operation, String body) {
        PROBES.add(new Probe(operation, who, body));
    }
}
