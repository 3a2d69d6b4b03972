package dev.gangway.wizard.statistics;

import static dev.gangway.wizard.TestWizards.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.Transactions;
import dev.gangway.base.UserId;
import dev.gangway.wizard.MoveOutcome;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.internal.statistics.FigureUpkeep;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GangwayTest
class WizardStatisticsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String FIRST = """
            steps:
              - {key: a, title: A, required: true, fields: [
                  {key: n, type: number, label: Number, required: true, min: 1, max: 5}, {key: t, type: short_text, label: Text, required: true}]}
              - {key: b, title: B, fields: [{key: mail, type: email, label: Mail}]}
              - {key: c, title: C, show_if: {field: a.n, gt: 3}, fields: [{key: mail, type: email, label: Mail, required: true}]}
              - {key: d, title: D, required: true, fields: [{key: on, type: date, label: Day, required: true}]}
            """;

    /** Without c, with e. */
    private static final String SECOND = """
            steps:
              - {key: a, title: First, required: true, fields: [
                  {key: n, type: number, label: Number, required: true, min: 1, max: 5}, {key: t, type: short_text, label: Text, required: true}]}
              - {key: b, title: B, fields: [{key: mail, type: email, label: Mail}]}
              - {key: d, title: D, required: true, fields: [{key: on, type: date, label: Day, required: true}]}
              - {key: e, title: E, fields: [{key: mail, type: email, label: Mail}]}
            """;

    @Autowired
    private WizardStatistics statistics;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private TestWizards wizards;

    @Autowired
    private Wizards definitions;

    @Autowired
    private WizardMoves moves;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private FigureUpkeep upkeep;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UUID wizard = new UUID(0, 0);
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void aWizard() {
        wizard = wizards.publish(FIRST);
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterWhateverHappensTheFiguresAreWhatCountingTheRowsGives(long seed) {
        List<RandomHistory> histories = histories(seed, 1);
        RandomHistory one = histories.getFirst();
        for (int part = 0; part < 3; part++) {
            one.go(150);
            projector.catchUp();
            one.go(50);
            if (part == 1) {
                wizards.publishAgain(wizard, SECOND);
                upkeep.fold();
                one.erase();
                moveEverybody();
            }
            assertFigures(histories);
        }
        assertThat(upkeep.mend()).as("figures that were wrong").isZero();
    }

    @Test
    void peopleAndProjectionsAndFoldsAtOnceLoseAndDoubleNothing() throws Exception {
        List<RandomHistory> histories = histories(7, 4);
        List<Callable<Integer>> work = new ArrayList<>();
        for (RandomHistory history : histories) {
            work.add(() -> {
                history.go(120);
                history.erase();
                history.go(40);
                return 1;
            });
        }
        for (int i = 0; i < 2; i++) {
            work.add(() -> {
                for (int times = 0; times < 40; times++) {
                    projector.catchUp();
                    upkeep.fold();
                }
                return 1;
            });
        }
        work.add(() -> {
            for (int times = 0; times < 10; times++) {
                assertThat(upkeep.mend())
                        .as("figures that were wrong meanwhile")
                        .isZero();
            }
            return 1;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(1);
            }
        }

        assertFigures(histories);
        upkeep.fold();
        assertFigures(histories);
    }

    @Test
    void aRefusalCountsUntilTheStepIsLeft() {
        UserId ada = accounts.user();
        WizardSessionId run = wizards.begin(ada, wizard);
        next(ada, run, "a", "{'n': 9, 't': ''}");
        next(ada, run, "a", "{'n': 9, 't': 'x', 'unknown': 1}");

        assertThat(figures().fields())
                .containsExactly(
                        new FieldFigures("a", "n", "Number", 2, 1, 1), new FieldFigures("a", "t", "Text", 1, 1, 0));
        assertThat(figures().funnel().getFirst()).isEqualTo(new StepFigures("a", "A", 1, 0, 0, 1));

        next(ada, run, "a", "{'n': 1, 't': 'x'}");

        assertThat(figures().fields())
                .containsExactly(
                        new FieldFigures("a", "n", "Number", 2, 1, 0), new FieldFigures("a", "t", "Text", 1, 1, 0));
        assertThat(figures().funnel())
                .containsExactly(
                        new StepFigures("a", "A", 1, 1, 0, 0),
                        new StepFigures("b", "B", 1, 0, 0, 1),
                        new StepFigures("c", "C", 0, 0, 0, 0),
                        new StepFigures("d", "D", 0, 0, 0, 0));
    }

    @Test
    void whatABulkLoadLeavesOutIsCountedByMending() {
        UserId ada = accounts.user();
        transactions.inOne(() -> {
            jdbc.sql("set local gangway.statistics = 'later'").update();
            jdbc.sql("""
                            insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status, current_step,
                                progress_percentage, steps, version, started_at, last_activity_at, updated_at, completed_at, total_time_seconds)
                            select uuidv7(), :user, :wizard, 1, 'Loaded', 'completed', 'd', 100, '{}', 1, now(), now(), now(), now(), i * 60
                            from generate_series(1, 40) i
                            """).param("user", ada.value()).param("wizard", wizard).update();
            return projectedWithin();
        });
        assertThat(figures().counts().started()).isZero();

        assertThat(upkeep.mend()).isPositive();

        Counts counts = figures().counts();
        assertThat(counts.completed()).isEqualTo(40);
        assertThat(counts.medianSeconds()).isEqualByComparingTo("1230");
        assertThat(counts.p90Seconds()).isEqualByComparingTo("2166");
        assertThat(upkeep.mend()).isZero();
    }

    @Test
    void aPeriodIsReadInAFewStatementsHoweverManyWizardsThereAre() throws Exception {
        wizards.begin(accounts.user(), wizard);
        projector.catchUp();

        assertThat(statements.of(() -> statistics.of(wizard, Period.upTo(today, 30))))
                .hasSizeLessThanOrEqualTo(8);
        assertThat(statements.of(() -> statistics.overall(Period.upTo(today, 30))))
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void nobodyIsTheFirstDayOfNothing() {
        assertThat(statistics.of(new UUID(1, 2), Period.upTo(today, 1))).isEmpty();
        WizardFigures empty = figures();
        assertThat(empty.counts()).isEqualTo(Counts.NONE);
        assertThat(empty.counts().completionRate()).isNull();
        assertThat(empty.perDay()).hasSize(10).allMatch(day -> day.started() == 0);
        assertThat(empty.fields()).isEmpty();
    }

    /** Everybody who is not done goes on with the published version. */
    private void moveEverybody() {
        assertThat(moves.start(
                        accounts.user(),
                        wizard,
                        definitions.find(wizard).orElseThrow().requireVersion()))
                .isInstanceOf(MoveOutcome.Started.class);
        await().until(() -> moves.atWork(wizard).isEmpty());
        assertThat(moves.list(wizard, 1).getFirst().moved()).isPositive();
    }

    private boolean projectedWithin() {
        jdbc.sql("select project_wizard_sessions(1000000)").query().listOfRows();
        return true;
    }

    private void next(UserId person, WizardSessionId run, String step, String typed) {
        assertThat(sessions.next(person, run, step, Submission.of(answers(typed))))
                .get()
                .isInstanceOfAny(StepOutcome.Advanced.class, StepOutcome.Invalid.class);
    }

    private WizardFigures figures() {
        return statistics.of(wizard, Period.upTo(today, 10)).orElseThrow();
    }

    private List<RandomHistory> histories(long seed, int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> new RandomHistory(
                        seed * 100 + i,
                        wizard,
                        sessions,
                        wizards,
                        jdbc,
                        Stream.generate(accounts::user).limit(4).toList()))
                .toList();
    }

    private void assertFigures(List<RandomHistory> histories) {
        for (Period period : List.of(
                new Period(today.minusDays(9), today),
                new Period(today.minusDays(3), today.minusDays(1)),
                new Period(today.minusDays(2), today.minusDays(2)),
                new Period(today.minusDays(30), today.minusDays(20)))) {
            WizardFigures figures = statistics.of(wizard, period).orElseThrow();
            Counted counted = counted(period, histories);
            assertThat(figures.counts()).as("%s", period).isEqualTo(counted.counts());
            assertThat(figures.perDay()).as("%s by day", period).isEqualTo(counted.perDay());
            for (StepFigures step : figures.funnel()) {
                assertThat(step).as("%s", period).isEqualTo(counted.step(step.step(), step.title()));
            }
            assertThat(figures.funnel().stream().mapToLong(StepFigures::dropped).sum())
                    .as("everybody who is not done stands somewhere")
                    .isEqualTo(figures.counts().started() - figures.counts().completed());
            assertThat(figures.fields().stream()
                            .map(field -> "%s/%s %d %d %d"
                                    .formatted(
                                            field.step(),
                                            field.field(),
                                            field.validationErrors(),
                                            field.refused(),
                                            field.stoppedHere())))
                    .as("%s fields", period)
                    .containsExactlyInAnyOrderElementsOf(counted.fields());
            OverallFigures all = statistics.overall(period);
            assertThat(all.wizards().stream()
                            .filter(each -> each.id().equals(wizard))
                            .map(OverallFigures.OfWizard::counts))
                    .as("%s beside the others", period)
                    .isEqualTo(counted.counts().started() == 0 ? List.of() : List.of(counted.counts()));
        }
    }

    /** A row as it is. */
    private record Raw(WizardSessionId id, LocalDate day, String status, String current, JsonNode steps) {

        boolean standsAt(String step) {
            return !status.equals("completed") && current.equals(step);
        }

        boolean left(String step, String how) {
            return steps.path(step).path("state").asString("").equals(how) && !standsAt(step);
        }
    }

    private record Counted(Counts counts, List<DayCount> perDay, List<Raw> rows, List<String> fields) {

        StepFigures step(String step, String title) {
            return new StepFigures(
                    step,
                    title,
                    rows.stream()
                            .filter(row -> row.standsAt(step) || row.steps().has(step))
                            .count(),
                    rows.stream().filter(row -> row.left(step, "completed")).count(),
                    rows.stream().filter(row -> row.left(step, "skipped")).count(),
                    rows.stream().filter(row -> row.standsAt(step)).count());
        }
    }

    private Counted counted(Period period, List<RandomHistory> histories) {
        String those = """
                from wizard_sessions where wizard_id = :wizard and (started_at at time zone 'UTC')::date between :from and :to
                """;
        List<Raw> rows = jdbc.sql(
                        "select id, started_at at time zone 'UTC' as started, status, current_step, steps " + those)
                .param("wizard", wizard)
                .param("from", period.from())
                .param("to", period.to())
                .query((row, number) -> new Raw(
                        new WizardSessionId(row.getObject("id", UUID.class)),
                        row.getTimestamp("started").toLocalDateTime().toLocalDate(),
                        row.getString("status"),
                        row.getString("current_step"),
                        JSON.readTree(row.getString("steps"))))
                .list();
        return new Counted(
                new Counts(
                        count(rows, "in_progress"),
                        count(rows, "completed"),
                        count(rows, "abandoned"),
                        count(rows, "expired"),
                        percentile("0.5", those, period),
                        percentile("0.9", those, period)),
                period.from()
                        .datesUntil(period.to().plusDays(1))
                        .map(day -> new DayCount(
                                day,
                                rows.stream()
                                        .filter(row -> row.day().equals(day))
                                        .count(),
                                rows.stream()
                                        .filter(row -> row.day().equals(day)
                                                && row.status().equals("completed"))
                                        .count()))
                        .toList(),
                rows,
                fields(rows, histories));
    }

    private static List<String> fields(List<Raw> rows, List<RandomHistory> histories) {
        Map<String, int[]> fields = new TreeMap<>();
        for (Raw row : rows) {
            for (RandomHistory history : histories) {
                history.refusals.getOrDefault(row.id(), Map.of()).forEach((field, times) -> {
                    int[] counted = fields.computeIfAbsent(field, key -> new int[3]);
                    counted[0] += times;
                    counted[1]++;
                });
                history.newest.getOrDefault(row.id(), Map.of()).forEach((step, named) -> {
                    if (row.standsAt(step)) {
                        named.forEach(field -> Objects.requireNonNull(fields.get(step + "/" + field))[2]++);
                    }
                });
            }
        }
        return fields.entrySet().stream()
                .map(each -> "%s %d %d %d"
                        .formatted(each.getKey(), each.getValue()[0], each.getValue()[1], each.getValue()[2]))
                .toList();
    }

    private static long count(List<Raw> rows, String status) {
        return rows.stream().filter(row -> row.status().equals(status)).count();
    }

    private @Nullable BigDecimal percentile(String part, String those, Period period) {
        return jdbc.sql("select cast(percentile_cont(" + part
                        + ") within group (order by total_time_seconds) as numeric(20, 1)) " + those)
                .param("wizard", wizard)
                .param("from", Date.valueOf(period.from()))
                .param("to", Date.valueOf(period.to()))
                .query((row, number) -> Optional.ofNullable(row.getBigDecimal(1)))
                .single()
                .map(BigDecimal::stripTrailingZeros)
                .map(exact -> exact.scale() < 0 ? exact.setScale(0) : exact)
                .orElse(null);
    }
}
