package dev.gangway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.gangway.GangwayTest;
import dev.gangway.base.Ids;
import dev.gangway.base.api.ApiClient;
import dev.gangway.base.security.Role;
import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.PageTree;
import dev.gangway.privacy.Canary;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardSessionId;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Every place where an id can be given, with every kind of id of somebody else; a place that has no row here fails. */
@GangwayTest
class ForeignIdsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ID = "THE-ID";

    /** What comes of somebody else's id, whatever it is the id of. */
    private enum Comes {
        /** It is not there. */
        NOT_FOUND,
        /** It is refused to name somebody else at all. */
        REFUSED,
        /** What one has oneself, or nothing: a filter, or a place to go on from. */
        OWN,
        /** It is no id of a possession, or is not looked at. */
        IDLE,
        /** Only administrators get there, and theirs is everything. */
        ADMIN
    }

    private record Row(Comes comes, String body) {}

    /** Parameters that name nobody's possession. */
    private static final Set<String> NO_IDS = Set.of(
            "?limit",
            "?status",
            "?q",
            "?from",
            "?to",
            "?hours",
            "?purge",
            "?preview",
            "?version",
            "{name}",
            "{key}",
            "{version}",
            "Idempotency-Key:",
            "If-Match:");

    private static final Map<String, Row> ROWS = new TreeMap<>();

    static {
        notFound("DELETE /api/sessions/{id} {id}");
        notFound("GET /api/onboarding/status ?session_id");
        notFound("GET /api/onboarding/summary ?session_id");
        notFound("POST /api/onboarding/complete session_id", "{'session_id': 'THE-ID'}");
        notFound(
                "POST /api/onboarding/first-declaration session_id",
                "{'declaration': 'This is mine.', 'session_id': 'THE-ID'}");
        notFound("GET /api/v1/booking/purchases/{id} {id}");
        for (String action : List.of("start", "complete", "cancel", "confirm", "dispute")) {
            notFound("POST /api/v1/booking/tutoring-sessions/{id}/" + action + " {id}");
        }
        notFound("POST /api/v1/booking/tutoring-sessions/{id}/absence {id}", "{'absent': 'student'}");
        notFound(
                "POST /api/v1/booking/tutoring-sessions/{id}/reschedule {id}",
                "{'startsAt': '2099-01-01T10:00:00Z', 'reason': 'I have football that day.'}");
        for (String decision : List.of("approve", "decline", "withdraw")) {
            notFound("POST /api/v1/booking/reschedules/{id}/" + decision + " {id}");
        }
        notFound("GET /api/v1/sessions/{id} {id}");
        notFound("DELETE /api/v1/sessions/{id} {id}");
        notFound("PUT /api/v1/sessions/{id} {id}", "{'session_name': 'Mine'}");
        notFound("PUT /api/v1/sessions/{id}/complete {id}");
        notFound("PUT /api/v1/sessions/{id}/steps/{key} {id}", "{'responses': {}}");
        notFound("POST /api/v1/sessions wizard_id", "{'wizard_id': 'THE-ID'}");
        notFound("POST /api/v1/templates/from-session/{id} {id}", "{'name': 'Mine'}");
        notFound("POST /api/v1/templates/{id}/replay {id}", "{}");
        notFound("DELETE /api/v1/templates/{id} {id}");
        notFound("GET /api/v1/wizards/{id} {id}");
        notFound("GET /api/v1/wizards/{id}/versions/{version} {id}");
        row(Comes.REFUSED, "POST /api/onboarding/start user_id", "{'user_id': 'THE-ID'}");
        row(Comes.REFUSED, "POST /api/auth/clear-cache user_id", "{'user_id': 'THE-ID'}");
        for (String filter : List.of("?purchaseId", "?trainerId", "?studentId", "?cursor")) {
            row(Comes.OWN, "GET /api/v1/booking/tutoring-sessions " + filter, "");
        }
        row(Comes.OWN, "GET /api/v1/sessions ?wizard_id", "");
        for (String list : List.of("sessions", "v1/sessions", "v1/templates", "v1/booking/reschedules", "v1/wizards")) {
            row(Comes.OWN, "GET /api/" + list + " ?cursor", "");
        }
        row(Comes.IDLE, "PUT /api/onboarding/steps/{name} data.kblock_id", "{'data': {'kblock_id': 'THE-ID'}}");
        row(Comes.IDLE, "PUT /api/settings/{name} data.kblock_id", "{'data': {'kblock_id': 'THE-ID'}}");
        row(Comes.IDLE, "PUT /api/v1/sessions/{id} current_step_id", "{'current_step_id': 'THE-ID'}");
        for (String method : List.of("GET", "PUT", "DELETE")) {
            admin(method + " /api/accounts/{user_id} {user_id}");
        }
        admin("POST /api/accounts/{user_id}/password-link {user_id}");
        admin("DELETE /api/accounts/{user_id}/second-factor {user_id}");
        for (String one : List.of("zones", "courses", "trainers")) {
            admin("GET /api/v1/booking/" + one + " ?cursor");
            admin("GET /api/v1/booking/" + one + "/{id} {id}");
            admin("PUT /api/v1/booking/" + one + "/{id} {id}");
        }
        for (String named : List.of("courseIds[]", "userId", "zoneId")) {
            admin("PUT /api/v1/booking/trainers/{id} " + named);
        }
        for (String leaves : List.of("{id}", "lessons[].purchaseSessionId", "lessons[].trainerId")) {
            admin("POST /api/v1/booking/trainers/{id}/departure " + leaves);
        }
        admin("POST /api/v1/booking/trainers/{id}/departure/proposal {id}");
        for (String booked : List.of("assignments/what-if", "auto-assign-trainer")) {
            for (String named : List.of("bookingId", "courseId", "students[].id")) {
                admin("POST /api/v1/booking/" + booked + " " + named);
            }
        }
        admin("GET /api/v1/booking/purchases/{id}/verdict {id}");
        admin("PATCH /api/v1/booking/purchase-sessions/{id} {id}");
        admin("POST /api/v1/booking/sync-sessions/{id} {id}");
        admin("POST /api/v1/booking/sync-sessions/session/{id} {id}");
        admin("GET /api/v1/analytics/wizards/{id} {id}");
        admin("GET /api/v1/wizards/{id}/versions {id}");
        admin("GET /api/v1/wizards/{id}/versions ?cursor");
        admin("GET /api/v1/wizards/{id}/export {id}");
        for (String deed : List.of("publish", "archive", "move")) {
            admin("POST /api/v1/wizards/{id}/" + deed + " {id}");
        }
        for (String named : List.of("{id}", "{move_id}")) {
            admin("GET /api/v1/wizards/{id}/moves/{move_id} " + named);
            admin("POST /api/v1/wizards/{id}/moves/{move_id}/cancel " + named);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Canary canary;

    @Autowired
    private PlayableWizards wizards;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @Autowired
    private ServletContext servletContext;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Canary.Sung ada;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Canary.Sung eve;

    private Map<String, String> theirs = Map.of();
    private String own = "";

    private ApiClient http = new ApiClient(0);

    @BeforeEach
    void someoneHasOneOfEverything() {
        http = new ApiClient(port);
        ada = canary.sing(Role.USER, Role.TRAINER);
        eve = canary.sing(Role.USER, Role.TRAINER);
        Wizard laptop = wizards.laptop();
        wizards.started(ada.id(), laptop);
        WizardSessionId completed = wizards.completedLaptop(ada.id(), laptop);
        own = wizards.started(eve.id(), laptop).value().toString();
        http.send(
                "POST",
                "/api/v1/templates/from-session/" + completed.value(),
                "{\"name\": \"" + ada.word() + "\"}",
                ada.headers());
        String lesson = one("select id::text from tutoring_sessions where student_id = :user and starts_at > now()"
                + " order by starts_at desc limit 1");
        String later = one("select to_char((starts_at + interval '1 hour') at time zone 'UTC',"
                + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from tutoring_sessions where id = '" + lesson
                + "' and student_id = :user");
        HttpResponse<String> asked = http.send(
                "POST",
                "/api/v1/booking/tutoring-sessions/" + lesson + "/reschedule",
                "{\"startsAt\": \"" + later + "\", \"reason\": \"" + ada.word() + "\"}",
                ada.headers());
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        theirs = possessions();
    }

    @Test
    void everyPlaceOfAnIdHasARow() {
        Places places = new Places(JSON.readTree(http.get("/v3/api-docs").body()));
        Set<String> found = Stream.concat(
                        places.parameters().stream().filter(place -> !NO_IDS.contains(last(place))),
                        places.fields().stream()
                                .filter(place -> last(place).matches("(?i)(.*_)?ids?(\\[])?|.*Ids?(\\[])?")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(new TreeSet<>(ROWS.keySet()));
    }

    @Test
    void whatIsSomebodyElsesIsNotThereInAnyPlace() {
        String before = stateOfAda();
        List<String> wrong = new ArrayList<>();
        ROWS.forEach((place, row) -> theirs.forEach((what, id) -> {
            HttpResponse<String> answer = give(place, row, id);
            if (!isRight(row.comes(), id, answer) || answer.body().contains(ada.word())) {
                wrong.add(place + " with " + what + ": " + answer.statusCode() + " " + answer.body());
            }
        }));

        assertThat(wrong).isEmpty();
        assertThat(stateOfAda()).isEqualTo(before);
    }

    @Test
    void noPageShowsWhatIsSomebodyElses() throws IOException {
        String before = stateOfAda();
        List<String> addresses = addresses();
        try (PageClient page = canary.page(port, eve)) {
            for (String address : addresses) {
                PageTree shown = page.go(address);
                assertThat(shown.all())
                        .as(address)
                        .noneMatch(node -> shown.textOf(node).contains(ada.word())
                                || node.property("value").toString().contains(ada.word()));
            }
        }

        assertThat(addresses).hasSizeGreaterThan(40);
        assertThat(stateOfAda()).isEqualTo(before);
    }

    /** Every route with every id in its place, and every id behind every route's question mark. */
    private List<String> addresses() {
        List<String> templates =
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext))
                        .getRegisteredRoutes()
                        .stream()
                        .map(route -> route.getTemplate())
                        .filter(template -> template.contains(":id"))
                        .toList();
        List<String> addresses = new ArrayList<>();
        for (String id : theirs.values()) {
            for (String template : templates) {
                addresses.add(template.replaceAll("/:step\\?.*", "").replace(":id", id));
            }
        }
        return addresses;
    }

    private HttpResponse<String> give(String place, Row row, String id) {
        String[] parts = place.split(" ", 3);
        String address = parts[2].startsWith("{") ? parts[1].replace(parts[2], id) : parts[1];
        if (parts[2].startsWith("?")) {
            address += parts[2] + "=" + id;
        }
        address = address.replace("{name}", "first_declaration")
                .replace("{key}", "model")
                .replace("{version}", "1")
                .replaceAll("\\{\\w+}", own);
        String body =
                parts[0].equals("GET") ? "" : row.body().replace('\'', '"').replace(ID, id);
        return http.send(parts[0], address, body, eve.headers());
    }

    private static boolean isRight(Comes comes, String id, HttpResponse<String> answer) {
        int status = answer.statusCode();
        return switch (comes) {
            // Ids of accounts have another form, which is seen before anything is looked up.
            case NOT_FOUND -> status == 404 || ((status == 400 || status == 422) && id.startsWith("user_"));
            case REFUSED, ADMIN -> status == 403;
            case OWN -> status == 200 || status == 400 || status == 404;
            case IDLE -> status == 200 || status == 409 || status == 422;
        };
    }

    /** One of everything that somebody else has, by what it is. */
    private Map<String, String> possessions() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("account", ada.id().value());
        one.put(
                "wizard session",
                one("select id::text from wizard_sessions where user_id = :user and status = 'in_progress'"
                        + " and wizard_id <> '01890000-0000-7000-8000-000000000001' limit 1"));
        one.put(
                "completed wizard session",
                one("select id::text from wizard_sessions where user_id = :user and status ="
                        + " 'completed' limit 1"));
        one.put(
                "onboarding",
                one("select id::text from wizard_sessions where user_id = :user and wizard_id ="
                        + " '01890000-0000-7000-8000-000000000001'"));
        one.put("template", one("select id::text from session_templates where user_id = :user"));
        one.put("login session", one("select id::text from login_sessions where user_id = :user limit 1"));
        one.put("knowledge block", one("select id::text from kblocks where user_id = :user"));
        one.put("measurement", one("select attempt::text from website_measurements where user_id = :user"));
        one.put("purchase", one("select purchase_id::text from purchase_students where student_id = :user limit 1"));
        one.put(
                "lesson",
                one("select purchase_session_id::text from tutoring_sessions where student_id = :user limit 1"));
        one.put("tutoring session", one("select id::text from tutoring_sessions where student_id = :user limit 1"));
        one.put(
                "lesson that is taught",
                one("select id::text from tutoring_sessions where trainer_id = :user limit 1"));
        one.put("allocation", one("select id::text from trainer_allocations where student_id = :user limit 1"));
        one.put(
                "verdict",
                one("select v.id::text from assignment_verdicts v join purchase_students s using (purchase_id)"
                        + " where s.student_id = :user limit 1"));
        one.put(
                "reschedule",
                one("select r.id::text from lesson_reschedules r join tutoring_sessions t using"
                        + " (purchase_session_id) where t.student_id = :user limit 1"));
        one.put("audit entry", ids.next().toString());
        return one;
    }

    private String one(String sql) {
        return canary.one(sql, ada);
    }

    /** Everything that is stored about her, but when she was last there. */
    private String stateOfAda() {
        projector.catchUp(); // or her rows appear in the projection meanwhile
        List<String> columns =
                jdbc.sql("""
                        select c.table_name || ' ' || c.column_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
                          and c.column_name in ('user_id', 'student_id', 'trainer_id') order by 1
                        """).query((row, number) -> row.getString(1)).list();
        return columns.stream()
                .map(column -> column.split(" "))
                .map(column -> column[0] + " "
                        + jdbc.sql(
                                        "select coalesce(string_agg((to_jsonb(t) - 'last_activity' - 'expires_at')::text, E'\\n'"
                                                + " order by t::text), '') from " + column[0] + " t where t."
                                                + column[1]
                                                + " = :user")
                                .param("user", ada.id().value())
                                .query(String.class)
                                .single())
                .collect(Collectors.joining("\n"));
    }

    private static String last(String place) {
        return place.substring(Math.max(place.lastIndexOf(' '), place.lastIndexOf('.')) + 1);
    }

    private static void notFound(String place) {
        row(Comes.NOT_FOUND, place, "");
    }

    private static void notFound(String place, String body) {
        row(Comes.NOT_FOUND, place, body);
    }

    private static void admin(String place) {
        row(Comes.ADMIN, place, "{}");
    }

    private static void row(Comes comes, String place, String body) {
        ROWS.put(place, new Row(comes, body));
    }
}
