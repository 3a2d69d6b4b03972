package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.OverviewFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a filter leaves, at one moment: its classes, and its conditions on single rows. */
public final class Selection {

    private final Conditions conditions;
    private final TextConditions texts;
    private final List<GridClass> all;
    private final Map<Integer, GridClass> classes;
    private final boolean isPartial;

    /**
     * @param classes as {@link GridClasses} reads them for the filter
     * @param found as {@link GridTexts} finds them for the filter
     */
    public Selection(OverviewFilter filter, List<GridClass> classes, FoundTexts found) {
        this.conditions = new Conditions(filter);
        this.texts = new TextConditions(filter, found);
        this.all = List.copyOf(classes);
        this.classes = classes.stream().collect(Collectors.toMap(GridClass::id, Function.identity()));
        this.isPartial = classes.stream().anyMatch(each -> !each.matches());
    }

    Map<Integer, GridClass> classes() {
        return classes;
    }

    /** Every class. */
    public List<GridClass> all() {
        return all;
    }

    /** Whether the counts of the classes are all that is needed to count rows. */
    public boolean isByClassAlone() {
        return !texts.areAny() && !conditions.hasTimes();
    }

    /** Whether moments are looked for. */
    boolean hasTimes() {
        return conditions.hasTimes();
    }

    /** Whether texts are looked for. */
    public boolean hasText() {
        return texts.areAny();
    }

    /** Whether what is looked for can be common in some branches and never be in others. */
    boolean isUneven() {
        return texts.hasMarks();
    }

    /** Whether an index knows what is looked for. */
    boolean areListed() {
        return texts.areListed();
    }

    /** How many rows are in the classes that match. */
    public long rows() {
        return all.stream()
                .filter(GridClass::matches)
                .mapToLong(GridClass::rows)
                .sum();
    }

    /** How many rows there are at all. */
    public long allRows() {
        return all.stream().mapToLong(GridClass::rows).sum();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.putAll(texts.parameters());
        parameters.put(
                "classes",
                all.stream().filter(GridClass::matches).map(GridClass::id).toArray(Integer[]::new));
        return parameters;
    }

    /** What is left to check of a row that was found in a branch of a segment. */
    String residual(Segment segment) {
        boolean isByDay = segment.branching() == Branching.STARTED_DAY || segment.branching() == Branching.ACTIVE_DAY;
        return (isByDay ? ofClasses() : "")
                + conditions.times(segment.key() != SortKey.STARTED, segment.key() != SortKey.LAST_ACTIVITY)
                + texts.of(segment.key());
    }

    /** Every condition on a row. */
    String everything() {
        return ofClasses() + conditions.times(true, true) + texts.of(null);
    }

    /** Every row that matches, as what follows "from": found by an index where one knows what is looked for. */
    String matching() {
        String candidates = texts.candidates();
        return (candidates == null ? "wizard_session_overview o where true" + conditions.days() : candidates)
                + ofClasses()
                + conditions.times(true, true)
                + texts.ofCandidates();
    }

    private String ofClasses() {
        return isPartial ? " and o.class = any (cast(:classes as int[]))" : "";
    }
}
