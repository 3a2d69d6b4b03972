package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.internal.overview.Walk.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows at hand, all that match, in the order of segments. */
final class SortedRows {

    private final OverviewQuery query;
    private final Selection selection;
    private final List<FoundRow> rows;

    SortedRows(OverviewQuery query, Selection selection, List<FoundRow> rows) {
        this.query = query;
        this.selection = selection;
        this.rows = List.copyOf(rows);
    }

    List<Step> next(List<Segment> segments, @Nullable Cursor from, int need) {
        List<Step> steps = new ArrayList<>();
        boolean isPassed = from == null;
        for (Segment segment : segments) {
            boolean isBegun = from != null && from.label().equals(segment.label());
            Comparator<FoundRow> order = FoundRow.order(segment.key(), segment.direction());
            List<FoundRow> sorted = rows.stream()
                    .map(row -> row.keyed(segment.key()))
                    .filter(row -> label(row).equals(segment.label()))
                    .sorted(order)
                    .toList();
            if (!isPassed && !isBegun) {
                continue;
            }
            for (FoundRow row : sorted) {
                if (steps.size() < need && (!isBegun || isAfter(row, Objects.requireNonNull(from), segment))) {
                    steps.add(new Step(row, segment));
                }
            }
            isPassed = true;
        }
        return steps;
    }

    private String label(FoundRow row) {
        GridClass its = Objects.requireNonNull(selection.classes().get(row.classId()));
        return its.label(query.sort().column(), query.sort().direction());
    }

    private static boolean isAfter(FoundRow row, Cursor place, Segment segment) {
        int order = FoundRow.compare(segment.key(), row.sortKey(), place.key());
        if (order == 0) {
            order = row.row().id().value().toString().compareTo(place.id());
        }
        return segment.direction() == Direction.ASCENDING ? order > 0 : order < 0;
    }
}
