package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.internal.overview.Walk.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows that match a text, where they are rare: the index of the texts sorts them, and only those of a page are read whole. */
final class TextMatches implements PageReader.Rows {

    private final OverviewStore store;
    private final OverviewQuery query;
    private final Selection selection;

    TextMatches(OverviewStore store, OverviewQuery query, Selection selection) {
        this.store = store;
        this.query = query;
        this.selection = selection;
    }

    @Override
    public List<Step> next(List<Segment> segments, @Nullable Cursor from, int skipped, int need) {
        List<Step> steps = new ArrayList<>();
        int first = Walk.start(segments, from);
        int passed = skipped;
        while (first < segments.size() && steps.size() < need) {
            Run run = run(segments, first);
            boolean isWithin = from != null
                    && from.label().equals(run.segments().getFirst().label());
            List<Match> found =
                    store.matchingTexts(run, selection, isWithin ? from : null, passed, need - steps.size());
            passed = found.isEmpty() && passed > 0 ? passed - Math.toIntExact(store.count(run, selection)) : 0;
            steps.addAll(steps(found, run));
            first += run.segments().size();
        }
        return steps;
    }

    /**
     * Segments that follow each other and are sorted alike.
     *
     * @param classes the rows' classes
     * @param numbers of each class, which of the segments it belongs to, from zero
     * @param isEverything whether it is one segment with everything that matches
     */
    record Run(List<Segment> segments, List<Integer> classes, List<Integer> numbers, boolean isEverything) {

        Segment like() {
            return segments.getFirst();
        }
    }

    private Run run(List<Segment> segments, int first) {
        Segment like = segments.get(first);
        List<Segment> alike = segments.subList(first, segments.size()).stream()
                .takeWhile(each -> each.key() == like.key() && each.direction() == like.direction())
                .toList();
        List<String> labels = alike.stream().map(Segment::label).toList();
        List<GridClass> classes = selection.all().stream()
                .filter(each -> each.matches() && labels.contains(each.label(query)))
                .toList();
        return new Run(
                alike,
                classes.stream().map(GridClass::id).toList(),
                classes.stream().map(each -> labels.indexOf(each.label(query))).toList(),
                segments.size() == 1);
    }

    private List<Step> steps(List<Match> matches, Run run) {
        Map<UUID, WizardSessionOverview> rows = store
                .find(
                        matches.stream()
                                .map(match -> new WizardSessionId(match.id()))
                                .toList(),
                        selection.classes())
                .stream()
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        List<Step> steps = new ArrayList<>();
        for (Match match : matches) {
            WizardSessionOverview row = rows.get(match.id());
            if (row != null) {
                steps.add(
                        new Step(new FoundRow(row, match.key()), run.segments().get(match.segment())));
            }
        }
        return steps;
    }
}
