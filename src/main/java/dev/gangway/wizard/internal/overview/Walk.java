package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.internal.overview.OverviewStore.Reading;
import dev.gangway.wizard.internal.overview.Segment.Branch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in the order of segments from a place on, merging the branches of each.
 *
 * <p>Each branch is first read for its share of what is needed. Whichever runs dry before there are enough rows in order is
 * read on for several times as much, so that hardly more is read than shown, and never less, in few round trips.
 */
final class Walk implements PageReader.Rows {

    /** How many times as much is read of a branch that ran dry. */
    private static final int MORE = 3;

    private final OverviewStore store;
    private final GridSample sample;
    private final Selection selection;

    Walk(OverviewStore store, GridSample sample, Selection selection) {
        this.store = store;
        this.sample = sample;
        this.selection = selection;
    }

    /** A row and the segment it was found in. */
    record Step(FoundRow found, Segment segment) {

        Cursor cursor() {
            return found.cursor(segment.label());
        }
    }

    @Override
    public List<Step> next(List<Segment> segments, @Nullable Cursor from, int skipped, int need) {
        List<Step> steps = next(segments, from, skipped + need);
        return steps.subList(Math.min(skipped, steps.size()), steps.size());
    }

    private List<Step> next(List<Segment> segments, @Nullable Cursor from, int need) {
        List<Step> steps = new ArrayList<>();
        boolean isThere = from == null;
        for (Segment segment : segments.subList(start(segments, from), segments.size())) {
            Cursor place =
                    !isThere && from != null && from.label().equals(segment.label()) ? from : segment.beginning();
            isThere = true;
            for (FoundRow found : merge(segment, place, need - steps.size())) {
                steps.add(new Step(found, segment));
            }
            if (steps.size() >= need) {
                break;
            }
        }
        return steps;
    }

    /** Which segment has the place's label; where its rows are all gone meanwhile, which would follow it. */
    static int start(List<Segment> segments, @Nullable Cursor place) {
        if (place == null) {
            return 0;
        }
        boolean descends = segments.size() > 1
                && Division.CODE_POINTS.compare(
                                segments.getFirst().label(), segments.getLast().label())
                        > 0;
        for (int i = 0; i < segments.size(); i++) {
            int order = Division.CODE_POINTS.compare(segments.get(i).label(), place.label());
            if (descends ? order <= 0 : order >= 0) {
                return i;
            }
        }
        return segments.size();
    }

    private List<FoundRow> merge(Segment segment, Cursor from, int need) {
        Comparator<FoundRow> order = FoundRow.order(segment.key(), segment.direction());
        List<Source> sources = segment.branches().stream()
                .map(branch -> new Source(branch, from))
                .toList();
        String end = fill(segment, sources, order, need);
        PriorityQueue<Source> heads =
                new PriorityQueue<>(sources.size(), Comparator.comparing(source -> source.rows.getFirst(), order));
        sources.stream().filter(source -> !source.rows.isEmpty()).forEach(heads::add);
        List<FoundRow> merged = new ArrayList<>();
        while (merged.size() < need && !heads.isEmpty()) {
            Source least = heads.remove();
            merged.add(least.rows.removeFirst());
            if (least.isDry()) {
                read(segment, List.of(least), need - merged.size(), end);
            }
            if (!least.rows.isEmpty()) {
                heads.add(least);
            }
        }
        return merged;
    }

    /**
     * Reads all sources for the first time. Those that are poor in what is looked for come last, and only up to where the others
     * have enough: to find nothing they would be gone through whole.
     *
     * @return the last sort key that can be needed
     */
    private String fill(Segment segment, List<Source> sources, Comparator<FoundRow> order, int need) {
        if (!selection.isUneven()) {
            read(segment, sources, need, segment.end());
            return segment.end();
        }
        Set<String> rich = sample.rich(segment, selection);
        Map<Boolean, List<Source>> parted =
                sources.stream().collect(Collectors.partitioningBy(source -> rich.contains(source.branch.value())));
        read(segment, parted.getOrDefault(true, List.of()), need, segment.end());
        String end = sources.stream()
                .flatMap(source -> source.rows.stream())
                .sorted(order)
                .skip(Math.max(0, need - 1))
                .findFirst()
                .map(FoundRow::sortKey)
                .orElse(segment.end());
        read(segment, parted.getOrDefault(false, List.of()), need, end);
        return end;
    }

    private void read(Segment segment, List<Source> sources, int need, String end) {
        if (sources.isEmpty() || need == 0) {
            return;
        }
        List<Reading> readings = sources.stream()
                .map(source -> new Reading(
                        source.branch,
                        source.from,
                        source.most == 0 ? segment.share(source.branch, need) : Math.min(need, MORE * source.most)))
                .toList();
        List<List<FoundRow>> read = store.read(segment, readings, selection, end);
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).add(read.get(i), readings.get(i).most(), segment.label());
        }
    }

    /** What was read of a branch and not merged yet. */
    private static final class Source {

        private final Branch branch;
        private final Deque<FoundRow> rows = new ArrayDeque<>();
        private Cursor from;
        private int most;
        private boolean isExhausted;

        Source(Branch branch, Cursor from) {
            this.branch = branch;
            this.from = from;
        }

        /** Whether nothing is at hand although there may be more. */
        boolean isDry() {
            return rows.isEmpty() && !isExhausted;
        }

        void add(List<FoundRow> read, int wanted, String label) {
            most = wanted;
            rows.addAll(read);
            isExhausted = read.size() < wanted;
            if (!read.isEmpty()) {
                from = read.getLast().cursor(label);
            }
        }
    }
}
