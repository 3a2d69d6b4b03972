package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewPage;
import dev.gangway.wizard.OverviewPlace;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.internal.overview.Walk.Step;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads pages of one query. Rare rows that match a text are sorted by themselves; all else is merged from branches. */
public final class PageReader {

    /** Among so many rows at most it does not matter how rare a text is. */
    private static final int FEW = 20_000;

    /** Where more than one in so many rows matches, they are looked for along the index of the order. */
    private static final int RARE = 100;

    private static final int GLANCE = 2_000;

    /** Up to here a place in the middle is counted to; beyond it is judged by a sample. */
    private static final long COUNTED = 10_000;

    /** How many rows of the sample a place is judged by. */
    private static final int JUDGED_BY = 8_000;

    private static final int AT_ONCE = 1_000;

    private final OverviewStore store;
    private final GridSample sample;
    private final Selection selection;
    private final List<Segment> segments;
    private final Rows rows;

    /** Where rows come from. */
    interface Rows {

        /**
         * The next rows.
         *
         * @param from where to begin; null: at the very beginning. A place in no segment begins at the first one after it
         * @param skipped how many are passed over first
         */
        List<Step> next(List<Segment> segments, @Nullable Cursor from, int skipped, int need);
    }

    public PageReader(OverviewStore store, GridSample sample, OverviewQuery query, Selection selection) {
        this.store = store;
        this.sample = sample;
        this.selection = selection;
        this.segments = Division.of(closed(store, query), selection.all(), selection.hasTimes() && store.isForward());
        this.rows = rows(query);
    }

    /** Time ranges without an end get that of the rows, so that they can be gone through day by day. */
    private static OverviewQuery closed(OverviewStore store, OverviewQuery query) {
        OverviewFilter filter = query.filter();
        return new OverviewQuery(
                filter.withStarted(store.closed(SortKey.STARTED, filter.started()))
                        .withLastActivity(store.closed(SortKey.LAST_ACTIVITY, filter.lastActivity())),
                query.sort(),
                query.names());
    }

    private Rows rows(OverviewQuery query) {
        return selection.hasText() && selection.areListed() && areRare()
                ? new TextMatches(store, query, selection)
                : new Walk(store, sample, selection);
    }

    private boolean areRare() {
        if (selection.allRows() <= FEW) {
            return true;
        }
        GridSample.Share share = sample.look(selection, selection.allRows(), GLANCE);
        return share.matching() * RARE <= share.seen();
    }

    /** The page that lies there, with at most so many rows. */
    public OverviewPage page(OverviewPlace place, int limit) {
        return switch (place) {
            case OverviewPlace.First() -> forwards(null, limit);
            case OverviewPlace.Last() -> backwards(null, limit);
            case OverviewPlace.After(String cursor) -> forwards(Cursor.decoded(cursor), limit);
            case OverviewPlace.Before(String cursor) -> backwards(Cursor.decoded(cursor), limit);
            case OverviewPlace.At(long position, long total) -> at(position, total, limit);
        };
    }

    /** All rows in their order. */
    public void each(Consumer<WizardSessionOverview> row) {
        List<Step> steps = rows.next(segments, null, 0, AT_ONCE);
        while (!steps.isEmpty()) {
            steps.forEach(step -> row.accept(step.found().row()));
            steps = steps.size() < AT_ONCE
                    ? List.of()
                    : rows.next(segments, steps.getLast().cursor(), 0, AT_ONCE);
        }
    }

    private OverviewPage forwards(@Nullable Cursor from, int limit) {
        List<Step> steps = rows.next(segments, from, 0, limit + 1);
        boolean isMore = steps.size() > limit;
        return page(isMore ? steps.subList(0, limit) : steps, from != null, isMore);
    }

    private OverviewPage backwards(@Nullable Cursor from, int limit) {
        List<Segment> backwards =
                segments.reversed().stream().map(Segment::reversed).toList();
        List<Step> steps = rows.next(backwards, from, 0, limit + 1);
        boolean isMore = steps.size() > limit;
        return page((isMore ? steps.subList(0, limit) : steps).reversed(), isMore, from != null);
    }

    private OverviewPage at(long position, long total, int limit) {
        if (position <= 0) {
            return forwards(null, limit);
        }
        if (position >= total - limit) {
            return backwards(null, limit);
        }
        if (total <= COUNTED || rows instanceof TextMatches) {
            List<Step> steps = rows.next(segments, null, (int) position, limit + 1);
            return page(steps.subList(0, Math.min(steps.size(), limit)), true, steps.size() > limit);
        }
        return forwards(judged(position, total), limit);
    }

    /** The place that about so many rows come before: the segment by its part of the rows, and the place in it by the sample. */
    private @Nullable Cursor judged(long position, long total) {
        double all = segments.stream().mapToLong(Segment::rows).sum();
        double before = all * position / total;
        for (Segment segment : segments) {
            if (before < segment.rows()) {
                double part = before / segment.rows();
                double share = (double) segment.rows() / Math.max(1, selection.allRows());
                int wanted = (int) Math.min(JUDGED_BY * 4, Math.max(JUDGED_BY, 2_000 / Math.max(share, 0.0001)));
                return part == 0
                        ? segment.beginning()
                        : sample.place(segment, selection, part, selection.allRows(), wanted);
            }
            before -= segment.rows();
        }
        return null;
    }

    private static OverviewPage page(List<Step> steps, boolean hasBefore, boolean hasAfter) {
        return new OverviewPage(
                steps.stream().map(step -> step.found().row()).toList(),
                steps.stream().map(step -> step.cursor().encoded()).toList(),
                hasBefore,
                hasAfter);
    }
}
