package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.internal.overview.Walk.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that match a text, where they are few: where they lie is at hand, and only those of a page are read whole.
 */
final class TextMatches implements PageReader.Rows {

    private final OverviewStore store;
    private final OverviewQuery query;
    private final Selection selection;
    private final int most;
    private final Map<SortKey, List<Match>> matches = new EnumMap<>(SortKey.class);

    /**
     * @param most how many are few
     */
    TextMatches(OverviewStore store, OverviewQuery query, Selection selection, int most) {
        this.store = store;
        this.query = query;
        this.selection = selection;
        this.most = most;
    }

    /** Whether all of them are at hand. */
    boolean areFew(SortKey key) {
        return matches(key).size() <= most;
    }

    @Override
    public List<Step> next(List<Segment> segments, @Nullable Cursor from, int skipped, int need) {
        List<Place> places = new ArrayList<>();
        for (Segment segment : segments.subList(Walk.start(segments, from), segments.size())) {
            inOrder(segment)
                    .filter(match ->
                            from == null || !from.label().equals(segment.label()) || isAfter(match, from, segment))
                    .limit(skipped + need - places.size())
                    .forEach(match -> places.add(new Place(match, segment)));
            if (places.size() >= skipped + need) {
                break;
            }
        }
        return steps(places.subList(Math.min(skipped, places.size()), places.size()));
    }

    private record Place(Match match, Segment segment) {}

    private Stream<Match> inOrder(Segment segment) {
        List<Match> ascending = matches(segment.key());
        return (segment.direction() == Direction.ASCENDING ? ascending : ascending.reversed())
                .stream().filter(match -> label(match).equals(segment.label()));
    }

    private List<Match> matches(SortKey key) {
        return matches.computeIfAbsent(key, which -> store.matchingTexts(selection, which, most));
    }

    private String label(Match match) {
        GridClass its = Objects.requireNonNull(selection.classes().get(match.classId()));
        return its.label(query);
    }

    private static boolean isAfter(Match match, Cursor place, Segment segment) {
        int order = FoundRow.compare(segment.key(), match.key(), place.key());
        if (order == 0) {
            order = match.id().toString().compareTo(place.id());
        }
        return segment.direction() == Direction.ASCENDING ? order > 0 : order < 0;
    }

    private List<Step> steps(List<Place> places) {
        Map<UUID, WizardSessionOverview> rows = store
                .find(
                        places.stream()
                                .map(place -> new WizardSessionId(place.match().id()))
                                .toList(),
                        selection.classes())
                .stream()
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        List<Step> steps = new ArrayList<>();
        for (Place place : places) {
            WizardSessionOverview row = rows.get(place.match().id());
            if (row != null) {
                steps.add(new Step(new FoundRow(row, place.match().key()), place.segment()));
            }
        }
        return steps;
    }
}
