package dev.gangway.wizard.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.demo.DemoData;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rare matches are sorted by themselves, and common ones are met along an index: both show the same rows in the same order. */
@GangwayTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextMatchesTest {

    private static final int ROWS = 60;

    @Autowired
    private DemoData demo;

    @Autowired
    private OverviewStore store;

    @Autowired
    private GridSample sample;

    @Autowired
    private GridClasses classes;

    @Autowired
    private GridTexts texts;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void hundredsOfWizardSessions() {
        demo.generate(600, 11, done -> {});
    }

    @AfterAll
    void nothingIsLeft() {
        jdbc.sql("delete from accounts where id like 'demo\\_%'").update();
    }

    @ParameterizedTest
    @EnumSource(OverviewColumn.class)
    void matchesAtHandAreThoseThatAreMetAlongAnIndex(OverviewColumn column) {
        for (OverviewFilter filter : filters()) {
            Selection selection = new Selection(filter, classes.of(filter), texts.of(filter));
            for (Direction direction : Direction.values()) {
                OverviewQuery query = new OverviewQuery(filter, new OverviewSort(column, direction));
                List<Segment> segments = Division.of(query, selection.all(), true);

                assertThat(rows(new TextMatches(store, query, selection), segments))
                        .as("%s", query)
                        .isNotEmpty()
                        .isEqualTo(rows(new Walk(store, sample, selection), segments));
            }
        }
    }

    private static List<WizardSessionId> rows(PageReader.Rows rows, List<Segment> segments) {
        return rows.next(segments, null, 0, ROWS).stream()
                .map(step -> step.found().row().id())
                .toList();
    }

    private List<OverviewFilter> filters() {
        OverviewFilter none = OverviewFilter.NONE;
        return List.of(
                none.withMarks(Set.of(mark("reached/%", true))),
                none.withMarks(Set.of(mark("submitted/%", false))),
                none.withMarks(Set.of(mark("skipped/%", false))),
                none.withName("berlin"),
                none.withAccount("MÜLLER.1"),
                none.withAccount("лена"),
                none.withText("novak"),
                none.withText("a").withStatuses(Set.of(WizardSessionStatus.COMPLETED)),
                none.withAccount("müller").withName("draft"));
    }

    /** The commonest mark of a kind, or the rarest. */
    private StepMark mark(String kind, boolean isCommonest) {
        return jdbc.sql(
                        "select mark from wizard_session_overview o, unnest(o.marks) mark where mark like :kind group by mark "
                                + "order by count(*) " + (isCommonest ? "desc" : "") + ", mark limit 1")
                .param("kind", kind)
                .query(String.class)
                .optional()
                .flatMap(StepMark::read)
                .orElseThrow();
    }
}
