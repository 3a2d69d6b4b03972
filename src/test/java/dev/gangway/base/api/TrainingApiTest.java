package dev.gangway.base.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.Account;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.Ids;
import dev.gangway.base.security.Role;
import dev.gangway.login.LoginKind;
import dev.gangway.login.LoginSessions;
import dev.gangway.login.Origin;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks the booking API as its callers do, from the first zone to a confirmed lesson, and holds every answer to its description. */
@GangwayTest
class TrainingApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BASE = "/api/v1/booking";
    private static final String ZONE = BASE + "/zones/{id}";
    private static final String COURSE = BASE + "/courses/{id}";
    private static final String TRAINER = BASE + "/trainers/{id}";
    private static final String ASSIGN = BASE + "/auto-assign-trainer";
    private static final String LESSON = BASE + "/tutoring-sessions/{id}";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LoginSessions loginSessions;

    @Autowired
    private Ids ids;

    private ApiClient http = new ApiClient(0);
    private Contract contract = new Contract("{}");
    private Account trainer = nobody();
    private Account student = nobody();
    private String admin = "";
    private String id = "";

    @BeforeEach
    void aZoneWithACourseAndATrainer() {
        http = new ApiClient(port);
        contract = new Contract(http.get("/v3/api-docs").body());
        trainer = account(Role.TRAINER);
        student = account(Role.USER);
        admin = token(account(Role.ADMIN));
        id = "api-" + ids.next();
    }

    @Test
    void masterDataIsMadeReplacedReadAndListed() {
        call(admin, 404, "GET", ZONE, "", id);
        call(admin, 412, "PUT", ZONE, versioned(zone("10"), 3), id);
        HttpResponse<String> made = call(admin, 201, "PUT", ZONE, zone("10"), id);
        assertThat(made.headers().firstValue("ETag")).contains("\"0\"");
        JsonNode replaced = json(call(admin, 200, "PUT", ZONE, zone("12.5"), id));
        assertThat(replaced.get("radiusKm").asDouble()).isEqualTo(12.5);
        assertThat(replaced.at("/centre/latitude").asDouble()).isEqualTo(62);
        call(admin, 412, "PUT", ZONE, versioned(zone("9"), 0), id);
        call(admin, 200, "PUT", ZONE, versioned(zone("12.5"), 0), id);
        for (String radius : new String[] {"0", "-1", "1e9", "null", "\"x\""}) {
            call(admin, 422, "PUT", ZONE, zone(radius), id);
        }
        call(admin, 422, "PUT", ZONE, "{}", id);
        call(admin, 422, "PUT", ZONE, zone("10").replace("Europe/Oslo", "Europe/Atlantis"), id);
        call(admin, 422, "PUT", ZONE, zone("10").replace("62", "91"), id);
        call(admin, 201, "PUT", COURSE, "{\"name\": \"Knots\"}", id);
        call(admin, 422, "PUT", COURSE, "{\"name\": \"\"}", id);
        call(admin, 200, "GET", COURSE, "", id);
        call(admin, 201, "PUT", TRAINER, trainer(), trainer.id().value());
        JsonNode read = json(call(admin, 200, "GET", TRAINER, "", trainer.id().value()));
        assertThat(read.at("/workingHours/from").asString()).isEqualTo("08:00");
        assertThat(read.get("courseIds").get(0).asString()).isEqualTo(id);
        call(admin, 422, "PUT", TRAINER, trainer(), "nobody-" + id);
        call(
                admin,
                422,
                "PUT",
                TRAINER,
                trainer().replace("\"capacity\": 5", "\"capacity\": -1"),
                trainer.id().value());
        for (String list : new String[] {"/zones", "/courses", "/trainers"}) {
            JsonNode page = json(call(admin, 200, "GET", BASE + list + "?limit=1", ""));
            assertThat(page.get("items")).hasSize(1);
            call(admin, 400, "GET", BASE + list + "?limit=201", "");
        }
        call(token(trainer), 403, "GET", ZONE, "", id);
        call(token(student), 403, "PUT", COURSE, "{\"name\": \"Mine\"}", id);
    }

    @Test
    void aBookingIsAssignedTaughtAndConfirmed() {
        ready();
        String body = booking("ONE_ON_ONE", 10);
        JsonNode imagined = json(call(admin, 200, "POST", BASE + "/assignments/what-if", withKm(body)));
        assertThat(imagined.get("result").asString()).isEqualTo("ASSIGNED");
        JsonNode answer = json(call(admin, 200, "POST", ASSIGN, body));
        assertThat(answer.get("success").asBoolean()).isTrue();
        assertThat(answer.at("/data/trainerId").asString())
                .isEqualTo(trainer.id().value());
        assertThat(json(call(admin, 200, "POST", ASSIGN, body))).isEqualTo(answer);
        String purchase = answer.at("/data/purchaseId").asString();

        assertThat(json(call(token(student), 200, "GET", BASE + "/purchases/{id}", "", purchase))
                        .get("sessions"))
                .hasSize(10);
        call(token(trainer), 404, "GET", BASE + "/purchases/{id}", "", purchase);
        JsonNode verdict = json(call(admin, 200, "GET", BASE + "/purchases/{id}/verdict", "", purchase));
        assertThat(verdict.get("chosenTrainerId").asString())
                .isEqualTo(trainer.id().value());
        assertThat(verdict.get("candidates")).hasSize(1);

        String mine = BASE + "/tutoring-sessions?purchaseId=" + purchase + "&limit=6";
        JsonNode page = json(call(token(student), 200, "GET", mine, ""));
        assertThat(page.get("items")).hasSize(6);
        JsonNode rest = json(call(
                token(student),
                200,
                "GET",
                mine + "&cursor=" + page.get("next_cursor").asString(),
                ""));
        assertThat(rest.get("items")).hasSize(4);
        assertThat(rest.get("next_cursor").isNull()).isTrue();
        assertThat(json(call(token(account(Role.USER)), 200, "GET", mine, "")).get("items"))
                .isEmpty();
        String lesson = page.get("items").get(0).get("id").asString();
        call(token(student), 403, "POST", LESSON + "/start", "", lesson);
        call(token(account(Role.TRAINER)), 404, "POST", LESSON + "/start", "", lesson);
        call(token(trainer), 200, "POST", LESSON + "/start", "", lesson);
        call(token(trainer), 409, "POST", LESSON + "/start", "", lesson);
        call(token(trainer), 200, "POST", LESSON + "/complete", "", lesson);
        call(token(account(Role.USER)), 404, "POST", LESSON + "/confirm", "", lesson);
        assertThat(json(call(token(student), 200, "POST", LESSON + "/confirm", "", lesson))
                        .get("status")
                        .asString())
                .isEqualTo("completed");
        call(token(student), 409, "POST", LESSON + "/dispute", "", lesson);

        String source = page.get("items").get(5).get("purchaseSessionId").asString();
        String change = BASE + "/purchase-sessions/{id}";
        call(admin, 200, "PATCH", change, "{\"durationMinutes\": 60}", source);
        call(admin, 200, "PATCH", change, "{\"durationMinutes\": 60, \"version\": 0}", source);
        JsonNode stale = json(call(admin, 412, "PATCH", change, "{\"durationMinutes\": 45, \"version\": 0}", source));
        assertThat(stale.at("/conflicts/0/theirs").asInt()).isEqualTo(60);
        call(admin, 422, "PATCH", change, "{}", source);
        call(admin, 422, "PATCH", change, "{\"durationMinutes\": 0, \"status\": \"lost\"}", source);
        call(
                admin,
                404,
                "PATCH",
                change,
                "{\"durationMinutes\": 60}",
                ids.next().toString());
        JsonNode synced = json(call(admin, 200, "POST", BASE + "/sync-sessions/{id}", "", purchase));
        assertThat(synced.toString())
                .isEqualTo("{\"success\":true,\"sessionsCreated\":0,\"sessionsUpdated\":0,\"errors\":[]}");
        call(admin, 200, "POST", BASE + "/sync-sessions/session/{id}", "", source);
        call(admin, 404, "POST", BASE + "/sync-sessions/{id}", "", ids.next().toString());
        call(admin, 200, "POST", BASE + "/sync-sessions/all", "");
    }

    @Test
    void lessonsAreMissedDisputedAndMovedByConsent() {
        ready();
        JsonNode answer = json(call(admin, 200, "POST", ASSIGN, booking("ONE_ON_ONE", 10)));
        String mine = BASE + "/tutoring-sessions?purchaseId="
                + answer.at("/data/purchaseId").asString();
        JsonNode lessons = json(call(token(student), 200, "GET", mine, "")).get("items");
        String first = lessons.get(0).get("id").asString();
        String stranger = token(account(Role.USER));

        call(token(trainer), 422, "POST", LESSON + "/absence", "{\"absent\": \"nobody\"}", first);
        call(token(trainer), 409, "POST", LESSON + "/absence", "{\"absent\": \"student\"}", first);
        call(stranger, 404, "POST", LESSON + "/absence", "{\"absent\": \"student\"}", first);
        call(token(student), 403, "POST", LESSON + "/absence", "{\"absent\": \"student\"}", first);
        call(
                admin,
                200,
                "PATCH",
                BASE + "/purchase-sessions/{id}",
                "{\"startsAt\": \"2026-01-05T09:00:00Z\"}",
                lessons.get(0).get("purchaseSessionId").asString());
        JsonNode missed =
                json(call(token(trainer), 200, "POST", LESSON + "/absence", "{\"absent\": \"student\"}", first));
        assertThat(missed.get("status").asString()).isEqualTo("pending_confirmation");
        assertThat(missed.get("absent").asString()).isEqualTo("student");
        call(token(student), 422, "POST", LESSON + "/dispute", "{\"reason\": \" \"}", first);
        JsonNode disputed =
                json(call(token(student), 200, "POST", LESSON + "/dispute", "{\"reason\": \"I was there\"}", first));
        assertThat(disputed.get("disputeReason").asString()).isEqualTo("I was there");

        JsonNode second = lessons.get(1);
        String ask = LESSON + "/reschedule";
        String id2 = second.get("id").asString();
        String wanted = Instant.parse(second.get("startsAt").asString())
                .plus(Duration.ofHours(1))
                .toString();
        String body = "{\"startsAt\": \"%s\", \"reason\": \"A school trip\"}".formatted(wanted);
        call(token(student), 422, "POST", ask, "{\"startsAt\": \"soon\"}", id2);
        call(token(student), 422, "POST", ask, "{\"startsAt\": \"2020-01-01T00:00:00Z\"}", id2);
        call(stranger, 404, "POST", ask, body, id2);
        call(admin, 403, "POST", ask, body, id2);
        call(
                token(student),
                409,
                "POST",
                ask,
                body.replace(wanted, lessons.get(2).get("startsAt").asString()),
                id2);
        JsonNode asked = json(call(token(student), 200, "POST", ask, body, id2));
        call(token(trainer), 409, "POST", ask, body, id2);
        String request = asked.get("id").asString();
        String answering = BASE + "/reschedules/{id}";
        call(token(student), 403, "POST", answering + "/approve", "", request);
        call(stranger, 404, "POST", answering + "/decline", "", request);
        call(token(trainer), 403, "POST", answering + "/withdraw", "", request);
        assertThat(json(call(token(trainer), 200, "GET", BASE + "/reschedules?status=open", ""))
                        .get("items"))
                .hasSize(1);
        assertThat(json(call(stranger, 200, "GET", BASE + "/reschedules", "")).get("items"))
                .isEmpty();
        call(token(trainer), 400, "GET", BASE + "/reschedules?status=lost", "");
        assertThat(json(call(token(trainer), 200, "POST", answering + "/approve", "", request))
                        .get("status")
                        .asString())
                .isEqualTo("approved");
        call(token(student), 409, "POST", answering + "/withdraw", "", request);
        assertThat(json(call(token(student), 200, "GET", mine, ""))
                        .at("/items/1/startsAt")
                        .asString())
                .isEqualTo(wanted);
    }

    @Test
    void whatCannotBeIsAnsweredWithItsResult() {
        ready();
        JsonNode invalid = json(call(admin, 422, "POST", ASSIGN, booking("ONE_ON_TWO", 10)));
        assertThat(invalid.get("result").asString()).isEqualTo("INVALID_PURCHASE");
        assertThat(invalid.get("success").asBoolean()).isFalse();
        assertThat(invalid.at("/errors/0/field").asString()).isEqualTo("students");
        call(admin, 422, "POST", ASSIGN, "{}");
        call(admin, 400, "POST", ASSIGN, "{\"bookingId\": ");
        call(admin, 422, "POST", ASSIGN, booking("ONE_ON_ONE", 11));
        JsonNode nowhere =
                json(call(admin, 200, "POST", ASSIGN, booking("ONE_ON_ONE", 10).replace("62,", "-75.25,")));
        assertThat(nowhere.get("result").asString()).isEqualTo("SERVICE_NOT_AVAILABLE");
        call(
                admin,
                409,
                "POST",
                BASE + "/sync-sessions/{id}",
                "",
                nowhere.at("/data/purchaseId").asString());
        JsonNode first = json(call(admin, 200, "POST", ASSIGN, booking("ONE_ON_ONE", 10)));
        assertThat(first.get("result").asString()).isEqualTo("ASSIGNED");
        JsonNode waits = json(call(admin, 200, "POST", ASSIGN, booking("ONE_ON_ONE", 10)));
        assertThat(waits.get("result").asString()).isEqualTo("WAITLISTED");
        call(token(student), 403, "POST", ASSIGN, booking("ONE_ON_ONE", 10));
    }

    @Test
    void aBookingWithAKeyRunsInTheTransactionOfItsAnswer() {
        ready();
        String body = booking("ONE_ON_ONE", 10);
        String[] headers = {
            "Authorization", "Bearer " + admin, "Content-Type", "application/json", "Idempotency-Key", id
        };
        HttpResponse<String> first = http.send("POST", ASSIGN, body, headers);
        HttpResponse<String> again = http.send("POST", ASSIGN, body, headers);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(first).get("result").asString()).isEqualTo("ASSIGNED");
    }

    @Test
    void aCalendarFeedIsMadeReadAndRevoked() {
        String feed = BASE + "/calendar-feed";
        String mine = token(student);
        call(mine, 404, "GET", feed, "");
        call(mine, 404, "DELETE", feed, "");
        String address = json(call(mine, 201, "POST", feed, "")).get("address").asString();
        assertThat(address).startsWith("http://127.0.0.1:" + port + "/calendar/");
        String path = address.substring(address.indexOf("/calendar/"));
        assertThat(http.get(path).body()).startsWith("BEGIN:VCALENDAR");
        assertThat(json(call(mine, 200, "GET", feed, "")).get("lastFetchedAt").asString())
                .endsWith("Z");
        call(mine, 204, "DELETE", feed, "");
        assertThat(http.get(path).statusCode()).isEqualTo(404);
        call(admin, 403, "POST", feed, "");
        call(token(trainer), 201, "POST", feed, "");
    }

    @Test
    void theAddressOfACalendarIsNotKeptForARepeatedRequest() {
        String[] headers = {"Authorization", "Bearer " + token(student), "Idempotency-Key", id};
        String first = json(http.send("POST", BASE + "/calendar-feed", "", headers))
                .get("address")
                .asString();
        String again = json(http.send("POST", BASE + "/calendar-feed", "", headers))
                .get("address")
                .asString();

        assertThat(again).isNotEqualTo(first);
        assertThat(http.get(first.substring(first.indexOf("/calendar/"))).statusCode())
                .isEqualTo(404);
        assertThat(http.get(again.substring(again.indexOf("/calendar/"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTrainerLeavesByAProposalAndAHandover() {
        ready();
        String departure = TRAINER + "/departure";
        String leaver = trainer.id().value();
        call(admin, 200, "POST", ASSIGN, booking("ONE_ON_ONE", 10));
        JsonNode alone = json(call(admin, 200, "POST", departure + "/proposal", "", leaver));
        assertThat(alone.get("conflicts").asInt()).isEqualTo(10);
        trainer = account(Role.TRAINER);
        call(admin, 201, "PUT", TRAINER, trainer(), trainer.id().value());

        JsonNode proposal = json(call(admin, 200, "POST", departure + "/proposal", "", leaver));
        assertThat(proposal.at("/purchases/0/trainerId").asString())
                .isEqualTo(trainer.id().value());
        String lesson = proposal.at("/purchases/0/sessions/0/purchaseSessionId").asString();
        String taken = "{\"purchaseSessionId\": \"%s\", \"trainerId\": \"%s\"}"
                .formatted(lesson, trainer.id().value());
        String body = "{\"lessons\": [%s], \"deactivate\": true}".formatted(taken);
        assertThat(json(call(admin, 200, "POST", departure, body, leaver)).toString())
                .isEqualTo(
                        "{\"sessionsMoved\":1,\"sessionsUnchanged\":0,\"left\":[],\"sessionsRemaining\":9,\"active\":false}");
        assertThat(json(call(admin, 200, "POST", departure, body, leaver))
                        .get("sessionsUnchanged")
                        .asInt())
                .isEqualTo(1);
        JsonNode stays = json(call(
                admin,
                200,
                "POST",
                departure,
                body.replace(trainer.id().value(), student.id().value()),
                leaver));
        assertThat(stays.at("/left/0/reason").asString()).isEqualTo("NOT_THEIRS");

        call(admin, 422, "POST", departure, "{}", leaver);
        call(
                admin,
                422,
                "POST",
                departure,
                "{\"lessons\": [null, {\"purchaseSessionId\": \"x\", \"trainerId\": \"y\"}]}",
                leaver);
        call(admin, 422, "POST", departure, "{\"lessons\": [%s, %s]}".formatted(taken, taken), leaver);
        call(admin, 404, "POST", departure, body, "nobody-" + id);
        call(admin, 404, "POST", departure + "/proposal", "", "nobody-" + id);
        call(token(trainer), 403, "POST", departure, body, leaver);
    }

    /** In the Norwegian Sea, so that no example is near. */
    private void ready() {
        call(admin, 201, "PUT", ZONE, zone("10"), id);
        call(admin, 201, "PUT", COURSE, "{\"name\": \"Knots\"}", id);
        call(admin, 201, "PUT", TRAINER, trainer(), trainer.id().value());
    }

    private double longitude() {
        return -12 + Math.floorMod(id.hashCode(), 1200) / 100.0;
    }

    private String zone(String radius) {
        return """
                {"name": "At sea", "centre": {"latitude": 62, "longitude": %s}, "radiusKm": %s, "timeZone": "Europe/Oslo",
                 "active": true}""".formatted(longitude(), radius);
    }

    private static String versioned(String body, int version) {
        return body.replaceFirst("\\{", "{\"version\": " + version + ", ");
    }

    private String trainer() {
        return """
                {"userId": "%s", "zoneId": "%s", "home": {"latitude": 62, "longitude": %s}, "courseIds": ["%s"],
                 "capacity": 5, "active": true, "workingHours": {"from": "08:00", "to": "21:00"}, "timeZone": "Europe/Oslo"}""".formatted(trainer.id().value(), id, longitude(), id);
    }

    private String booking(String classType, int total) {
        return """
                {"bookingId": "b-%s", "courseId": "%s", "classType": "%s", "totalSessions": %d,
                 "deliveryMode": "WEEKDAY_DAILY", "lessonType": "OFFLINE", "startDate": "%s", "preferredTimeSlot": "16:00",
                 "studentLocation": {"latitude": 62, "longitude": %s}, "students": [{"id": "%s", "name": "Ada"}]}""".formatted(
                        ids.next(),
                        id,
                        classType,
                        total,
                        LocalDate.now(ZoneOffset.UTC)
                                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                                .plusWeeks(1),
                        longitude(),
                        student.id().value());
    }

    private static String withKm(String body) {
        return body.replaceFirst("\\{", "{\"extraKm\": 2, ");
    }

    private Account account(Role role) {
        return ((AccountOutcome.Saved) accounts.create(NewAccount.named("training-" + ids.next(), role))).account();
    }

    private String token(Account account) {
        return loginSessions
                .begin(account, LoginKind.API, new Origin("127.0.0.1", null))
                .orElseThrow()
                .token();
    }

    private static Account nobody() {
        return new Account(new dev.gangway.base.UserId("nobody"), "", null, Set.of(), true, false);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Calls, and holds status and answer against the description. */
    private HttpResponse<String> call(
            String token, int status, String method, String path, String body, String... variables) {
        String address = path;
        for (String variable : variables) {
            address = address.replaceFirst("\\{\\w+}", variable);
        }
        HttpResponse<String> answer = http.send(
                method, address, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, address, answer.body())
                .isEqualTo(status);
        contract.holds(method, path.replaceFirst("\\?.*", ""), answer);
        return answer;
    }
}
