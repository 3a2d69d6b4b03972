package dev.gangway.training;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.util.ICalDate;
import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.account.Accounts;
import dev.gangway.account.PageChoice;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Caller;
import dev.gangway.base.security.Role;
import dev.gangway.privacy.ErasureOutcome;
import dev.gangway.privacy.Erasures;
import dev.gangway.training.TrainingWorld.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendars as calendar programs fetch them, read by another implementation than the one that wrote them. */
@GangwayTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarFeedsTest {

    private static final TutoringFilter ALL = new TutoringFilter(null, null, null, null);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private TrainingWorld world;

    @Autowired
    private TutoringSessions lessons;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestAccounts testAccounts;

    @Autowired
    private Erasures erasures;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Town town = new Town(new Zone("", "", new Place(1, 1), 1, TrainingWorld.MADRID, true), "", new UserId("x"));
    private UserId trainer = new UserId("x");
    private UserId ada = new UserId("x");
    private UserId bob = new UserId("x");

    @BeforeEach
    void twoStudentsAndTheirTrainer() {
        town = world.town();
        trainer = world.trainer(town, town.centre());
        ada = testAccounts.user();
        bob = testAccounts.user();
        world.assign(town, world.booking(town, "ONE_ON_TWO", "OFFLINE", "17:00", ada, bob));
    }

    @Test
    void aStudentsLessonsAreReadAsTheyWerePlanned() throws IOException {
        List<TutoringSession> planned = of(ada);
        ICalendar calendar = read(path(ada));

        assertThat(calendar.getVersion().toString()).contains("2.0");
        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("Lessons (Gangway)");
        assertThat(calendar.getEvents()).hasSize(10);
        for (TutoringSession lesson : planned) {
            VEvent event = event(calendar, lesson.id().toString());
            assertThat(start(event)).isEqualTo(lesson.startsAt());
            assertThat(end(event)).isEqualTo(lesson.startsAt().plus(Duration.ofMinutes(40)));
            assertThat(event.getSummary().getValue())
                    .isEqualTo("Course of " + town.course() + " with " + trainer.value());
            assertThat(event.getDescription().getValue()).isEqualTo("Lesson " + lesson.sessionNumber() + " of 10");
            assertThat(event.getGeo().getLatitude()).isEqualTo(town.centre().latitude());
            assertThat(event.getGeo().getLongitude()).isEqualTo(town.centre().longitude());
            assertThat(event.getLocation().getValue())
                    .contains(String.valueOf(town.centre().latitude()));
            assertThat(event.getStatus().isConfirmed()).isTrue();
            assertThat(event.getSequence().getValue()).isZero();
        }
    }

    @Test
    void whatProgramsAreToldAboutTheAnswer() {
        HttpResponse<String> answer = fetch(path(ada));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).contains("private").contains("no-cache");
        assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        assertThat(answer.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void aTrainersLessonIsOneHoweverManySitInIt() throws IOException {
        jdbc.sql(
                        "update students set name = case user_id when :ada then 'Ada' else 'Bob' end where user_id in (:ada, :bob)")
                .param("ada", ada.value())
                .param("bob", bob.value())
                .update();
        String path = path(trainer);
        ICalendar before = read(path);
        assertThat(before.getEvents()).hasSize(10);
        assertThat(before.getEvents())
                .allMatch(event -> event.getSummary().getValue().endsWith(" with Ada, Bob"));

        cancel(of(ada).getFirst());
        VEvent halfEmpty = read(path).getEvents().getFirst();
        cancel(of(bob).getFirst());
        VEvent empty = read(path).getEvents().getFirst();

        assertThat(halfEmpty.getUid().getValue()).isEqualTo(empty.getUid().getValue());
        assertThat(halfEmpty.getSummary().getValue()).endsWith(" with Bob");
        assertThat(halfEmpty.getStatus().isConfirmed()).isTrue();
        assertThat(empty.getStatus().isCancelled()).isTrue();
        assertThat(empty.getSummary().getValue()).startsWith("Cancelled: ").endsWith(" with Ada, Bob");
        assertThat(halfEmpty.getSequence().getValue()).isOne();
        assertThat(empty.getSequence().getValue()).isEqualTo(2);
    }

    @Test
    void aLessonThatMovesOrIsCalledOffStaysTheSameWithAHigherSequence() throws IOException {
        String path = path(ada);
        VEvent before = read(path).getEvents().getFirst();
        TutoringSession lesson = of(ada).getFirst();
        Instant later = lesson.startsAt().plus(Duration.ofHours(1));

        purchases.change(town.admin(), lesson.purchaseSessionId(), new LessonChange(later, 60, null), null);
        VEvent moved = event(read(path), before.getUid().getValue());
        cancel(lesson);
        VEvent cancelled = event(read(path), before.getUid().getValue());

        assertThat(start(moved)).isEqualTo(later);
        assertThat(end(moved)).isEqualTo(later.plus(Duration.ofHours(1)));
        assertThat(moved.getSequence().getValue()).isOne();
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getTransparency().isTransparent()).isTrue();
        assertThat(cancelled.getSequence().getValue()).isEqualTo(2);
        assertThat(moved.getLastModified().getValue())
                .isAfterOrEqualTo(before.getLastModified().getValue());
        assertThat(cancelled.getDateTimeStamp()).isNotNull();
    }

    @Test
    void everyoneReadsTheirOwnOnly() throws IOException {
        Town other = world.town();
        world.trainer(other, other.centre());
        UserId eve = testAccounts.user();
        world.assign(other, world.booking(other, "ONE_ON_ONE", "ONLINE", "17:00", eve));

        assertThat(byUid(read(path(ada))).keySet())
                .isEqualTo(
                        of(ada).stream().map(lesson -> lesson.id().toString()).collect(Collectors.toSet()));
        assertThat(byUid(read(path(bob))).keySet())
                .doesNotContainAnyElementsOf(byUid(read(path(ada))).keySet());
        ICalendar foreign = read(path(eve));
        assertThat(foreign.getEvents()).hasSize(10).allMatch(event -> event.getGeo() == null);
        assertThat(foreign.getEvents().getFirst().getLocation().getValue()).isEqualTo("Online");
        assertThat(fetch(path(eve)).body()).doesNotContain(ada.value(), bob.value(), trainer.value());
        assertThat(read(path(testAccounts.user())).getEvents()).isEmpty();
    }

    @Test
    void aSeriesKeepsItsWallClockOverADaylightSavingChange() throws IOException {
        LocalDate change = TrainingWorld.MADRID
                .getRules()
                .nextTransition(clock.instant().plus(Duration.ofDays(7)))
                .getDateTimeBefore()
                .toLocalDate();
        UserId student = testAccounts.user();
        UUID purchase = world.assign(
                        town,
                        TrainingWorld.starting(
                                world.booking(town, "ONE_ON_ONE", "ONLINE", "10:30", student),
                                "WEEKDAY_DAILY",
                                change.minusDays(5)))
                .purchaseId();
        assertThat(purchases.find(town.asAdmin(), purchase).orElseThrow().trainerId())
                .isEqualTo(trainer);
        HttpResponse<String> answer = fetch(path(student));
        List<Instant> starts =
                read(answer).getEvents().stream().map(CalendarFeedsTest::start).toList();

        assertThat(starts)
                .hasSize(10)
                .allMatch(start ->
                        start.atZone(TrainingWorld.MADRID).toLocalTime().equals(LocalTime.of(10, 30)));
        assertThat(starts.stream()
                        .map(start -> start.atZone(ZoneId.of("UTC")).toLocalTime())
                        .distinct())
                .as("in UTC")
                .hasSize(2);
        assertThat(answer.body().lines().filter(line -> line.startsWith("DTSTART")))
                .allMatch(line -> line.matches("DTSTART:\\d{8}T\\d{6}Z"));
    }

    @Test
    void hostileNamesAreNothingButText() throws IOException {
        String name = "🎉".repeat(30) + "\\n;:,\"\\ END:VEVENT ";
        jdbc.sql("update courses set name = :name where id = :id")
                .param("name", name + "\r\nEND:VEVENT\r\nBEGIN:VEVENT\tx\u2028y")
                .param("id", town.course())
                .update();
        HttpResponse<String> answer = fetch(path(ada));

        assertThat(answer.body().split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\n") || line.contains("\uFFFD"));
        List<VEvent> events = read(answer).getEvents();
        assertThat(events).hasSize(10);
        assertThat(events.getFirst().getSummary().getValue())
                .isEqualTo(name + " END:VEVENT BEGIN:VEVENT x y with " + trainer.value());
    }

    @Test
    void theLanguageIsThePersonsElseTheOneItWasMadeIn() throws IOException {
        accounts.choose(ada, new PageChoice("de", "DARK"));
        String spanish = feeds.create(bob, Locale.forLanguageTag("es")).path();

        assertThat(read(path(ada)).getEvents().getFirst().getSummary().getValue())
                .contains(" mit ");
        assertThat(read(spanish).getEvents().getFirst().getDescription().getValue())
                .isEqualTo("Clase 1 de 10");
    }

    @Test
    void anUnchangedCalendarIsNotSentAgain() {
        String path = path(ada);
        HttpResponse<String> first = fetch(path);
        String tag = header(first, "ETag");
        HttpResponse<String> same = fetch(path, "If-None-Match", tag);
        cancel(of(ada).getFirst());
        HttpResponse<String> changed = fetch(path, "If-None-Match", tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(header(same, "ETag")).isEqualTo(tag);
        assertThat(header(same, "Cache-Control")).contains("private");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(header(changed, "ETag")).isNotEqualTo(tag);
    }

    @Test
    void theTimeOfTheLastChangeIsTrueAlsoForWhatVanished() {
        String path = path(ada);
        assertThat(header(fetch(path), "Last-Modified"))
                .as("within the second of the change")
                .isEmpty();
        jdbc.sql("update calendar_feeds set changed_at = changed_at - interval '1 hour' where user_id = :user")
                .param("user", ada.value())
                .update();
        String since = header(fetch(path), "Last-Modified");
        assertThat(since).isNotEmpty();
        assertThat(fetch(path, "If-Modified-Since", since).statusCode()).isEqualTo(304);

        jdbc.sql("delete from tutoring_sessions where id = :id")
                .param("id", of(ada).getFirst().id())
                .update();

        assertThat(fetch(path, "If-Modified-Since", since).statusCode()).isEqualTo(200);
    }

    @Test
    void aYearBackIsShownAndEverythingToCome() throws IOException {
        List<TutoringSession> own = of(ada);
        moveCopy(own.get(0), Duration.ofDays(-366));
        moveCopy(own.get(1), Duration.ofDays(-364));
        moveCopy(own.get(2), Duration.ofDays(3650));

        assertThat(byUid(read(path(ada))).keySet())
                .hasSize(9)
                .doesNotContain(own.get(0).id().toString())
                .contains(own.get(1).id().toString(), own.get(2).id().toString());
    }

    @Test
    void addressesThatAreWorthNothingAnswerLikeThoseThatNeverWere() {
        String replaced = path(ada);
        String now = path(ada);
        String disabled = path(bob);
        String revoked = path(trainer);
        UserId gone = testAccounts.user();
        String erased = path(gone);
        assertThat(fetch(disabled).statusCode()).isEqualTo(200);
        feeds.revoke(trainer);
        jdbc.sql("update accounts set enabled = false where id = :id")
                .param("id", bob.value())
                .update();
        erase(gone);
        HttpResponse<String> never = fetch("/calendar/" + "x".repeat(43) + ".ics");

        assertThat(never.statusCode()).isEqualTo(404);
        for (String path : List.of(
                replaced,
                disabled,
                revoked,
                erased,
                "/calendar/x.ics",
                "/calendar/" + "x".repeat(5000) + ".ics",
                "/calendar/%00.ics",
                "/calendar/" + now.substring(10, 52) + "%2E.ics",
                now.replace(".ics", ""),
                "/calendar/")) {
            HttpResponse<String> answer = fetch(path);
            assertThat(answer.statusCode()).as(path).isIn(404, 400);
            if (answer.statusCode() == 404) {
                assertThat(answer.body().replaceAll("\"instance\":\"[^\"]*\",?", ""))
                        .as(path)
                        .isEqualTo(never.body().replaceAll("\"instance\":\"[^\"]*\",?", ""));
            }
        }
        assertThat(fetch(now).statusCode()).isEqualTo(200);
    }

    @Test
    void anErasedStudentLeavesNoNameAndTheLessonCountsHigher() throws IOException {
        String path = path(trainer);
        cancel(of(bob).getFirst());
        VEvent before = read(path).getEvents().getFirst();
        erase(bob);
        HttpResponse<String> after = fetch(path);

        assertThat(after.body()).doesNotContain(bob.value());
        assertThat(read(after).getEvents()).hasSize(10);
        assertThat(event(read(after), before.getUid().getValue()).getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
    }

    @Test
    void onlyAHashOfTheAddressIsStoredAndNothingOfItIsLogged(CapturedOutput output) {
        String path = path(ada);
        String token = path.substring("/calendar/".length(), path.length() - ".ics".length());
        fetch(path);
        feeds.revoke(ada);
        fetch(path);

        assertThat(output.getAll()).doesNotContain(token);
        assertThat(feeds.create(ada, Locale.ENGLISH).toString()).doesNotContain("/calendar/");
        assertThat(jdbc.sql("select string_agg(f::text, ' ') from calendar_feeds f")
                        .query(String.class)
                        .single())
                .doesNotContain(token)
                .doesNotContain(java.util.HexFormat.of().formatHex(token.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePersonSeesWhenItWasFetchedLast() {
        String path = path(ada);
        assertThat(feeds.find(ada).orElseThrow().lastFetchedAt()).isNull();
        fetch(path);
        CalendarFeed fetched = feeds.find(ada).orElseThrow();
        assertThat(fetched.lastFetchedAt()).isAfterOrEqualTo(fetched.createdAt());
        assertThat(feeds.find(bob)).isEmpty();
    }

    @Test
    void aFetchCostsFourStatementsAndAGuessOne() throws Exception {
        String path = path(trainer);
        String token = path.substring("/calendar/".length(), path.length() - ".ics".length());

        assertThat(statements.of(() -> feeds.open(token))).hasSize(4);
        assertThat(statements.of(() -> feeds.open("y".repeat(43)))).hasSize(1);
        assertThat(statements.of(() -> feeds.open("no token"))).isEmpty();
    }

    private String path(UserId person) {
        return feeds.create(person, Locale.ENGLISH).path();
    }

    private List<TutoringSession> of(UserId student) {
        return lessons.page(new Caller(student, "", Set.of(Role.USER), new UUID(0, 1)), ALL, null, 200);
    }

    private void cancel(TutoringSession lesson) {
        assertThat(lessons.act(town.asAdmin(), lesson.id(), TutoringAction.CANCEL))
                .isInstanceOf(TutoringOutcome.Done.class);
    }

    private void moveCopy(TutoringSession lesson, Duration fromNow) {
        jdbc.sql("update tutoring_sessions set starts_at = now() + make_interval(secs => :seconds) where id = :id")
                .param("seconds", fromNow.toSeconds())
                .param("id", lesson.id())
                .update();
    }

    private void erase(UserId person) {
        assertThat(erasures.erase(person, person.value())).isInstanceOf(ErasureOutcome.Erased.class);
    }

    private HttpResponse<String> fetch(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ICalendar read(String path) throws IOException {
        return read(fetch(path));
    }

    /** Read without a single complaint of the reader, and valid by its rules. */
    private static ICalendar read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try (ICalReader reader = new ICalReader(answer.body())) {
            ICalendar calendar = reader.readNext();
            assertThat(reader.getWarnings()).isEmpty();
            assertThat(
                            calendar.getEvents().isEmpty()
                                    ? ""
                                    : calendar.validate(ICalVersion.V2_0).toString())
                    .isEmpty();
            assertThat(Biweekly.parse(answer.body()).all()).hasSize(1);
            return calendar;
        }
    }

    private static Map<String, VEvent> byUid(ICalendar calendar) {
        return calendar.getEvents().stream()
                .collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));
    }

    private static VEvent event(ICalendar calendar, String uid) {
        return Objects.requireNonNull(byUid(calendar).get(uid), uid);
    }

    private static Instant start(VEvent event) {
        return instant(event.getDateStart().getValue());
    }

    private static Instant end(VEvent event) {
        return instant(event.getDateEnd().getValue());
    }

    private static Instant instant(ICalDate date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
