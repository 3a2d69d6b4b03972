package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.internal.ProjectionStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WizardSessionOverviewsTest {

    private static final Instant DAY = Instant.parse("2020-02-10T00:00:00Z");

    @Autowired
    private WizardSessionOverviews overviews;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private ProjectionStore projection;

    @Autowired
    private Statements statements;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private final List<UUID> wizards = new ArrayList<>();

    /** 240 wizard sessions with ties, of two wizards, three people, in several scripts, beside those of other tests. */
    @BeforeAll
    void manyWizardSessions() {
        wizards.clear();
        List<UserId> people =
                IntStream.range(0, 3).mapToObj(i -> accounts.user()).toList();
        for (int w = 0; w < 2; w++) {
            Wizard wizard = playable.laptop();
            wizards.add(wizard.id());
            jdbc.sql("""
                            insert into wizard_sessions (id, user_id, wizard_id, wizard_version, session_name, status,
                                current_step, progress_percentage, steps, version, started_at, last_activity_at, updated_at,
                                completed_at, abandoned_at, total_time_seconds)
                            select uuidv7(), (cast(:people as text[]))[1 + i % 3], :wizard, :version,
                                (array['Ärger 😀', 'zeta', 'Alpha', 'alpha', 'Ωmega', 'Order 100%_'])[1 + i * 7 % 6],
                                s, (array['model', 'extras', 'delivery', 'approval'])[1 + i % 4],
                                case when s = 'completed' then 100 else 25 * (i % 4) end, '{}', i, begun, begun + took, begun + took,
                                case when s = 'completed' then begun + took end, case when s = 'abandoned' then begun + took end,
                                case when s = 'completed' then extract(epoch from took)::bigint end
                            from generate_series(1, 120) i,
                                 lateral (select (array['in_progress', 'completed', 'completed', 'abandoned', 'expired'])[1 + i % 5] as s,
                                                 cast(:day as timestamptz) + interval '1 hour' * (i * 31 % 60) as begun,
                                                 interval '1 second' * (i * i % 400) as took) x
                            """)
                    .param("people", people.stream().map(UserId::value).toArray(String[]::new))
                    .param("wizard", wizard.id())
                    .param("version", wizard.requireVersion())
                    .param("day", DAY.toString())
                    .update();
        }
        projector.catchUp();
    }

    @ParameterizedTest
    @EnumSource(OverviewColumn.class)
    void pagesFollowEachOtherBothWaysAsSortingAllWould(OverviewColumn column) {
        List<WizardSessionOverview> all = all();
        for (Direction direction : Direction.values()) {
            for (OverviewFilter filter : filters()) {
                OverviewQuery query = new OverviewQuery(filter, new OverviewSort(column, direction));
                List<UUID> expected = all.stream()
                        .filter(passes(filter))
                        .sorted(order(column, direction, tie(filter)))
                        .map(row -> row.id().value())
                        .toList();
                assertThat(forwards(query)).as("%s forwards", query).isEqualTo(expected);
                assertThat(backwards(query)).as("%s backwards", query).isEqualTo(expected.reversed());
                assertThat(overviews.total(filter).rows())
                        .as("%s total", filter)
                        .isEqualTo(expected.size());
                OverviewPage middle =
                        overviews.page(query, new OverviewPlace.At(expected.size() / 2, expected.size()), 7);
                int start = Math.max(0, Math.min(expected.size() / 2, expected.size() - 7));
                assertThat(middle.rows().stream().map(row -> row.id().value()))
                        .as("%s in the middle", query)
                        .isEqualTo(expected.subList(start, Math.min(expected.size(), start + 7)));
                List<UUID> each = new ArrayList<>();
                overviews.each(query, row -> each.add(row.id().value()));
                assertThat(each).as("%s each", query).isEqualTo(expected);
            }
        }
    }

    /** Readers see titles, in their language: sorting by keys that they do not see would look like no order at all. */
    @Test
    void wizardsAndStepsAreSortedByWhatReadersSeeThemCalled() {
        OverviewNames names = new OverviewNames() {
            @Override
            public String wizard(UUID id, String name) {
                return id.equals(wizards.getFirst()) ? "zz" : "Aa";
            }

            @Override
            public String step(UUID wizardId, String key) {
                return switch (key) {
                    case "model" -> "Was für einer";
                    case "approval" -> "ende";
                    default -> wizardId.equals(wizards.getFirst()) ? "Mitte" : "mitte";
                };
            }
        };
        OverviewFilter filter = OverviewFilter.NONE.withWizards(Set.copyOf(wizards));

        assertThat(shown(
                        filter,
                        OverviewColumn.STEP,
                        names,
                        row -> names.step(row.wizardId(), row.currentStep()).toLowerCase(Locale.ROOT)))
                .containsExactly("ende", "mitte", "was für einer");
        assertThat(shown(filter, OverviewColumn.WIZARD, names, row -> names.wizard(row.wizardId(), row.wizardName())))
                .containsExactly("Aa", "zz");
    }

    /** What a column shows from top to bottom, each once for all rows in a row that show it. */
    private List<String> shown(
            OverviewFilter filter,
            OverviewColumn column,
            OverviewNames names,
            Function<WizardSessionOverview, String> cell) {
        OverviewQuery query = new OverviewQuery(filter, new OverviewSort(column, Direction.ASCENDING), names);
        List<String> shown = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        OverviewPage page = overviews.page(query, new OverviewPlace.First(), 37);
        while (true) {
            page.rows().forEach(row -> {
                seen.add(row.id().value());
                if (shown.isEmpty() || !shown.getLast().equals(cell.apply(row))) {
                    shown.add(cell.apply(row));
                }
            });
            if (!page.hasAfter()) {
                assertThat(seen).hasSize(240);
                return shown;
            }
            page = overviews.page(query, new OverviewPlace.After(page.cursors().getLast()), 37);
        }
    }

    @Test
    void aPageTakesTwoStatementsWhereRowsAreSpreadAsTheirClassesAre() throws Exception {
        OverviewQuery query =
                new OverviewQuery(OverviewFilter.NONE.withWizards(Set.of(wizards.getFirst())), OverviewSort.NEWEST);

        assertThat(statements.of(() -> overviews.page(query, new OverviewPlace.First(), 50)))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void aChangeAndAnErasureShowAfterTheProjection() {
        UserId ada = accounts.user();
        Wizard wizard = playable.laptop();
        WizardSessionId run = playable.started(ada, wizard);
        projector.catchUp();
        assertThat(overviews.find(List.of(run))).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);
            assertThat(row.wizardName()).isEqualTo(wizard.name());
            assertThat(row.currentStep()).isEqualTo("model");
        });

        playable.next(ada, run, "model", "{\"size\": \"small\"}");
        projector.catchUp();
        assertThat(overviews.find(List.of(run))).singleElement().satisfies(row -> {
            assertThat(row.currentStep()).isEqualTo("extras");
            assertThat(row.progress()).isEqualByComparingTo("25.00");
        });
        assertThat(overviews.wizards()).anySatisfy(each -> {
            assertThat(each.id()).isEqualTo(wizard.id());
            assertThat(each.steps()).containsKeys("model", "extras");
        });

        jdbc.sql("delete from accounts where id = :id").param("id", ada.value()).update();
        assertThat(overviews.find(List.of(run))).isEmpty();
        projector.catchUp();
        assertThat(overviews
                        .total(OverviewFilter.NONE.withWizards(Set.of(wizard.id())))
                        .rows())
                .isZero();
    }

    @Test
    void aRenamedAccountIsFoundByItsNewName() {
        UserId ada = accounts.user();
        WizardSessionId run = playable.started(ada, playable.laptop());
        String name = "Zoë " + ids.next();
        jdbc.sql("update accounts set username = :name where id = :id")
                .param("name", name)
                .param("id", ada.value())
                .update();
        projector.catchUp();

        OverviewFilter filter =
                OverviewFilter.NONE.withAccount(name.substring(1).toUpperCase(Locale.ROOT));
        assertThat(overviews
                        .page(new OverviewQuery(filter, OverviewSort.NEWEST), new OverviewPlace.First(), 10)
                        .rows())
                .extracting(WizardSessionOverview::id)
                .containsExactly(run);
    }

    @Test
    void aRenamedWizardSessionIsFoundByItsNewNameAndItsOldOneIsForgotten() {
        UserId ada = accounts.user();
        WizardSessionId run = playable.started(ada, playable.laptop());
        String before = "Straße " + ids.next();
        String after = "Ωmega " + ids.next();
        rename(run, before);
        rename(run, after);

        assertThat(found(before)).isEmpty();
        assertThat(found(after.toUpperCase(Locale.ROOT))).containsExactly(run);
        assertThat(known(before)).isFalse();
        assertThat(known(after)).isTrue();

        jdbc.sql("delete from accounts where id = :id").param("id", ada.value()).update();
        assertThat(known(after)).isFalse();
    }

    @Test
    void aNameThatTwoLeftToEachOtherIsForgottenAtNight() {
        String name = "left " + ids.next();
        jdbc.sql("insert into wizard_session_names values (:name)")
                .param("name", name)
                .update();

        projection.forgetNames();

        assertThat(known(name)).isFalse();
        assertThat(known("Ärger 😀")).isTrue();
    }

    @Test
    void whatAClockThatWasPutBackEndedBeforeItBeganIsFoundByEitherTime() {
        WizardSessionId run = playable.started(accounts.user(), playable.laptop());
        Instant began = DAY.plus(700, ChronoUnit.DAYS);
        Instant ended = began.minus(3, ChronoUnit.HOURS);
        jdbc.sql(
                        "update wizard_sessions set started_at = cast(:began as timestamptz), last_activity_at = cast(:ended as timestamptz) where id = :id")
                .param("began", began.toString())
                .param("ended", ended.toString())
                .param("id", run.value())
                .update();
        projector.catchUp();

        OverviewFilter byStart = OverviewFilter.NONE.withStarted(new TimeRange(began, began.plusSeconds(1)));
        OverviewFilter byEnd = OverviewFilter.NONE.withLastActivity(new TimeRange(ended, ended.plusSeconds(1)));
        for (OverviewColumn column : List.of(OverviewColumn.STARTED, OverviewColumn.LAST_ACTIVITY)) {
            for (OverviewFilter filter : List.of(byStart, byEnd)) {
                assertThat(forwards(new OverviewQuery(filter, new OverviewSort(column, Direction.ASCENDING))))
                        .as("%s by %s", filter, column)
                        .containsExactly(run.value());
            }
        }

        jdbc.sql("delete from wizard_sessions where id = :id")
                .param("id", run.value())
                .update();
        projector.catchUp();
    }

    private void rename(WizardSessionId run, String name) {
        jdbc.sql("update wizard_sessions set session_name = :name where id = :id")
                .param("name", name)
                .param("id", run.value())
                .update();
        projector.catchUp();
    }

    private List<WizardSessionId> found(String name) {
        OverviewQuery query = new OverviewQuery(OverviewFilter.NONE.withName(name), OverviewSort.NEWEST);
        return overviews.page(query, new OverviewPlace.First(), 10).rows().stream()
                .map(WizardSessionOverview::id)
                .toList();
    }

    private boolean known(String name) {
        return jdbc.sql("select exists (select from wizard_session_names where name_key = lower(:name))")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    private List<OverviewFilter> filters() {
        OverviewFilter none = OverviewFilter.NONE;
        return List.of(
                none,
                none.withWizards(Set.of(wizards.getFirst())),
                none.withWizards(Set.copyOf(wizards)).withStatuses(Set.of(WizardSessionStatus.EXPIRED)),
                none.withStatuses(Set.of(WizardSessionStatus.COMPLETED, WizardSessionStatus.ABANDONED)),
                none.withSteps(Set.of("extras")),
                none.withProgress(Set.of(ProgressRange.NOT_STARTED, ProgressRange.DONE)),
                none.withDurations(Set.of(DurationRange.UNDER_5_MINUTES, DurationRange.UNFINISHED)),
                none.withStarted(new TimeRange(DAY.plus(5, ChronoUnit.HOURS), DAY.plus(40, ChronoUnit.HOURS))),
                none.withLastActivity(new TimeRange(DAY.plus(30, ChronoUnit.HOURS), null)),
                none.withLastActivity(new TimeRange(DAY, DAY.plus(1, ChronoUnit.DAYS)))
                        .withStatuses(Set.of(WizardSessionStatus.COMPLETED)),
                none.withStarted(new TimeRange(DAY.plus(5, ChronoUnit.HOURS), DAY.plus(50, ChronoUnit.HOURS)))
                        .withLastActivity(new TimeRange(DAY, DAY.plus(40, ChronoUnit.HOURS))),
                none.withText("ärg"),
                none.withName("o"),
                none.withName("100%_").withWizards(Set.of(wizards.getLast())),
                none.withName("nothing is called so"));
    }

    private List<UUID> forwards(OverviewQuery query) {
        List<UUID> found = new ArrayList<>();
        OverviewPage page = overviews.page(query, new OverviewPlace.First(), 37);
        assertThat(page.hasBefore()).isFalse();
        while (true) {
            page.rows().forEach(row -> found.add(row.id().value()));
            if (!page.hasAfter()) {
                return found;
            }
            page = overviews.page(query, new OverviewPlace.After(page.cursors().getLast()), 37);
        }
    }

    private List<UUID> backwards(OverviewQuery query) {
        List<UUID> found = new ArrayList<>();
        OverviewPage page = overviews.page(query, new OverviewPlace.Last(), 41);
        assertThat(page.hasAfter()).isFalse();
        while (true) {
            page.rows().reversed().forEach(row -> found.add(row.id().value()));
            if (!page.hasBefore()) {
                return found;
            }
            page = overviews.page(query, new OverviewPlace.Before(page.cursors().getFirst()), 41);
        }
    }

    private List<WizardSessionOverview> all() {
        List<WizardSessionId> all = jdbc.sql("select id from wizard_sessions")
                .query((row, number) -> new WizardSessionId(row.getObject("id", UUID.class)))
                .list();
        return overviews.find(all);
    }

    private static Predicate<WizardSessionOverview> passes(OverviewFilter filter) {
        return row -> contains(row.accountName() + '\n' + row.name(), filter.text())
                && contains(row.accountName(), filter.account())
                && contains(row.name(), filter.name())
                && (filter.wizards().isEmpty() || filter.wizards().contains(row.wizardId()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(row.status()))
                && (filter.steps().isEmpty() || filter.steps().contains(row.currentStep()))
                && (filter.progress().isEmpty()
                        || filter.progress().stream().anyMatch(range -> range.contains(row.progress())))
                && (filter.durations().isEmpty()
                        || filter.durations().contains(DurationRange.of(row.totalTimeSeconds())))
                && filter.started().contains(row.startedAt())
                && filter.lastActivity().contains(row.lastActivityAt());
    }

    private static boolean contains(String text, String part) {
        String lower = text.toLowerCase(Locale.ROOT);
        return part.length() < 3 ? lower.startsWith(part) : lower.contains(part.toLowerCase(Locale.ROOT));
    }

    private static Function<WizardSessionOverview, Instant> tie(OverviewFilter filter) {
        return !filter.started().isAlways() && filter.lastActivity().isAlways()
                ? WizardSessionOverview::startedAt
                : WizardSessionOverview::lastActivityAt;
    }

    private static Comparator<WizardSessionOverview> order(
            OverviewColumn column, Direction direction, Function<WizardSessionOverview, Instant> tie) {
        Comparator<WizardSessionOverview> newest = Comparator.comparing(tie)
                .thenComparing(row -> row.id().toString())
                .reversed();
        Comparator<WizardSessionOverview> byId =
                Comparator.comparing(row -> row.id().toString());
        Comparator<WizardSessionOverview> ascending = switch (column) {
            case ACCOUNT -> text(WizardSessionOverview::accountName).thenComparing(byId);
            case NAME -> text(WizardSessionOverview::name).thenComparing(byId);
            case STARTED ->
                Comparator.comparing(WizardSessionOverview::startedAt).thenComparing(byId);
            case LAST_ACTIVITY ->
                Comparator.comparing(WizardSessionOverview::lastActivityAt).thenComparing(byId);
            case DURATION ->
                Comparator.<WizardSessionOverview>comparingLong(
                                row -> Objects.requireNonNullElse(row.totalTimeSeconds(), 0L))
                        .thenComparing(byId);
            case WIZARD ->
                text(WizardSessionOverview::wizardName)
                        .thenComparing(row -> row.wizardId().toString());
            case STATUS -> Comparator.comparing(WizardSessionOverview::status);
            case STEP -> text(WizardSessionOverview::currentStep);
            case PROGRESS -> Comparator.comparing(WizardSessionOverview::progress);
        };
        Comparator<WizardSessionOverview> wanted = direction == Direction.ASCENDING ? ascending : ascending.reversed();
        return switch (column) {
            case DURATION ->
                Comparator.<WizardSessionOverview, Boolean>comparing(row -> row.totalTimeSeconds() == null)
                        .thenComparing((one, other) -> one.totalTimeSeconds() == null
                                ? newest.compare(one, other)
                                : wanted.compare(one, other));
            case WIZARD, STATUS, STEP, PROGRESS -> wanted.thenComparing(newest);
            default -> wanted;
        };
    }

    private static Comparator<WizardSessionOverview> text(Function<WizardSessionOverview, String> of) {
        return (one, other) -> Arrays.compare(
                of.apply(one).toLowerCase(Locale.ROOT).codePoints().toArray(),
                of.apply(other).toLowerCase(Locale.ROOT).codePoints().toArray());
    }
}
