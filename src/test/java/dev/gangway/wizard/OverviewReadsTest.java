package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.Transactions;
import dev.gangway.demo.DemoData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pages of the all-sessions grid read hardly more than they show, whatever they are sorted and filtered by: counted by the
 * database itself, row by row and index entry by index entry.
 */
@GangwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewReadsTest {

    private static final int ROWS = 50;
    private static final int TIMES = 5;

    @Autowired
    private DemoData demo;

    @Autowired
    private WizardSessionOverviews overviews;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @BeforeAll
    void thousandsOfWizardSessions() {
        demo.generate(5_000, 7, done -> {});
    }

    /** Others look at all wizard sessions there are, and would take long over these. */
    @AfterAll
    void nothingIsLeft() {
        jdbc.sql("delete from accounts where id like 'demo\\_%'").update();
    }

    @Test
    void everySortWithEveryColumnFilterReadsAtMostFiveTimesWhatItReturns() {
        List<String> tooMany = new ArrayList<>();
        Map<String, UnaryOperator<OverviewFilter>> filters = filters();
        filters.forEach((name, filter) -> {
            for (OverviewColumn column : OverviewColumn.values()) {
                for (Direction direction : Direction.values()) {
                    OverviewQuery query =
                            new OverviewQuery(filter.apply(OverviewFilter.NONE), new OverviewSort(column, direction));
                    Reads first = reads(query, new OverviewPlace.First());
                    check(name, query.sort(), "first", first, tooMany);
                    check(name, query.sort(), "last", reads(query, new OverviewPlace.Last()), tooMany);
                    if (first.page().hasAfter()) {
                        String cursor = first.page().cursors().getLast();
                        check(name, query.sort(), "next", reads(query, new OverviewPlace.After(cursor)), tooMany);
                    }
                }
            }
        });

        assertThat(tooMany).isEmpty();
    }

    private static void check(String filter, OverviewSort sort, String place, Reads reads, List<String> tooMany) {
        assertThat(reads.page().rows()).as(filter).isNotEmpty();
        if (reads.read() > (long) TIMES * (reads.page().rows().size() + 1)) {
            tooMany.add("%s by %s, %s page: %d for %d"
                    .formatted(
                            filter,
                            sort,
                            place,
                            reads.read(),
                            reads.page().rows().size()));
        }
    }

    private Reads reads(OverviewQuery query, OverviewPlace place) {
        return transactions.inOne(() -> {
            // What a table is too small for here is not what millions of rows would do.
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_bitmapscan = off").update();
            long before = read();
            OverviewPage page = overviews.page(query, place, ROWS);
            return new Reads(page, read() - before);
        });
    }

    private long read() {
        return jdbc.sql("""
                        select pg_stat_get_xact_tuples_returned('wizard_session_overview'::regclass)
                               + sum(pg_stat_get_xact_tuples_returned(indexrelid))
                        from pg_index where indrelid = 'wizard_session_overview'::regclass
                        """).query(Long.class).single();
    }

    private Map<String, UnaryOperator<OverviewFilter>> filters() {
        OverviewWizard wizard = overviews.wizards().stream()
                .filter(each -> each.name().equals("Business trip"))
                .findAny()
                .orElseThrow();
        Instant now = clock.instant();
        Map<String, UnaryOperator<OverviewFilter>> filters = new LinkedHashMap<>();
        filters.put("all", none -> none);
        filters.put("wizard", none -> none.withWizards(Set.of(wizard.id())));
        filters.put(
                "statuses",
                none -> none.withStatuses(Set.of(WizardSessionStatus.IN_PROGRESS, WizardSessionStatus.ABANDONED)));
        filters.put("steps", none -> none.withSteps(wizard.steps().keySet()));
        filters.put("progress", none -> none.withProgress(Set.of(ProgressRange.UNDER_50)));
        filters.put("duration", none -> none.withDurations(Set.of(DurationRange.UNDER_15_MINUTES)));
        filters.put(
                "started",
                none -> none.withStarted(
                        new TimeRange(now.minus(Duration.ofDays(60)), now.minus(Duration.ofDays(30)))));
        filters.put("last activity", none -> none.withLastActivity(new TimeRange(now.minus(Duration.ofDays(30)), now)));
        return filters;
    }

    private record Reads(OverviewPage page, long read) {}
}
