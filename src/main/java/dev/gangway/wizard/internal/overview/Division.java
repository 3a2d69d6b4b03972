package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.TimeRange;
import dev.gangway.wizard.internal.overview.Segment.Branch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Divides the rows of a query into segments in the order of its sort, and each into branches that have an index. */
final class Division {

    /** More days than these are walked through by state, because a branch costs a look-up. */
    private static final int MOST_DAYS = 100;

    /**
     * Most wizard sessions are finished on the day they begin: of the newest, and of the oldest, so many times as many are of the
     * outermost day as of any other.
     */
    private static final int OUTER = 12;

    private static final Set<OverviewColumn> GROUPED = Set.of(
            OverviewColumn.WIZARD,
            OverviewColumn.STATUS,
            OverviewColumn.STEP,
            OverviewColumn.PROGRESS,
            OverviewColumn.DURATION);

    private final OverviewQuery query;
    private final OverviewFilter filter;
    private final OverviewColumn column;
    private final Direction direction;
    private final boolean isForward;

    private Division(OverviewQuery query, boolean isForward) {
        this.query = query;
        this.isForward = isForward;
        this.filter = query.filter();
        this.column = query.sort().column();
        this.direction = query.sort().direction();
    }

    /**
     * The segments in the order of the query; none where nothing matches.
     *
     * @param isForward whether all that happened did so after it began
     */
    static List<Segment> of(OverviewQuery query, List<GridClass> classes, boolean isForward) {
        return new Division(query, isForward)
                .segments(classes.stream().filter(GridClass::matches).toList());
    }

    private List<Segment> segments(List<GridClass> matching) {
        Map<String, List<GridClass>> groups = matching.stream()
                .collect(Collectors.groupingBy(
                        each -> each.label(query), () -> new TreeMap<>(CODE_POINTS), Collectors.toList()));
        List<Segment> ascending = groups.entrySet().stream()
                .map(group -> segment(group.getKey(), group.getValue()))
                .toList();
        return direction == Direction.ASCENDING ? ascending : ascending.reversed();
    }

    /** By code points, which is how the database compares bytes of UTF-8. */
    static final Comparator<String> CODE_POINTS = (one, other) -> {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same == shorter
                ? Integer.compare(one.length(), other.length())
                : Integer.compare(aboveSurrogates(one.charAt(same)), aboveSurrogates(other.charAt(same)));
    };

    /** Of two that differ, what is written with surrogates is the greater one. */
    private static int aboveSurrogates(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }

    private Segment segment(String label, List<GridClass> group) {
        boolean isTied = GROUPED.contains(column)
                && !(column == OverviewColumn.DURATION && group.getFirst().isCompleted());
        SortKey key = isTied ? tie() : SortKey.of(column);
        Branching branching = branching(key);
        return new Segment(
                label,
                key,
                isTied ? Direction.DESCENDING : direction,
                lowest(key),
                highest(key),
                branching,
                branches(branching, group, key));
    }

    /** Equals are sorted by activity; where only the beginning is filtered by, by that, so that nothing has to be passed over. */
    private SortKey tie() {
        return !filter.started().isAlways() && filter.lastActivity().isAlways()
                ? SortKey.STARTED
                : SortKey.LAST_ACTIVITY;
    }

    /** Where reading begins. What began after a moment was active after it, so that the rest of the first day is not passed over. */
    private String lowest(SortKey key) {
        Instant from = switch (key) {
            case STARTED -> filter.started().from();
            case LAST_ACTIVITY -> {
                Instant began = isForward ? filter.started().from() : null;
                Instant active = filter.lastActivity().from();
                yield began == null || (active != null && active.isAfter(began)) ? active : began;
            }
            case ACCOUNT, NAME, DURATION -> null;
        };
        return from == null ? key.lowest() : from.toString();
    }

    /** Where reading ends, a microsecond before the end of a range. What was active before a moment began before it. */
    private String highest(SortKey key) {
        Instant until = switch (key) {
            case STARTED -> {
                Instant began = filter.started().until();
                Instant active = isForward ? filter.lastActivity().until() : null;
                yield active == null || (began != null && began.isBefore(active)) ? began : active;
            }
            case LAST_ACTIVITY -> filter.lastActivity().until();
            case ACCOUNT, NAME, DURATION -> null;
        };
        return until == null ? key.highest() : until.minus(1, ChronoUnit.MICROS).toString();
    }

    private Branching branching(SortKey key) {
        boolean isGroupedByClass = column == OverviewColumn.WIZARD || column == OverviewColumn.STEP;
        if (isGroupedByClass || !filter.wizards().isEmpty() || !filter.steps().isEmpty()) {
            return Branching.CLASS;
        }
        boolean isGrouped = GROUPED.contains(column) && key != SortKey.DURATION;
        if (!isGrouped && key != SortKey.STARTED && days(filter.started()) <= MOST_DAYS) {
            return Branching.STARTED_DAY;
        }
        if (!isGrouped && key != SortKey.LAST_ACTIVITY && days(filter.lastActivity()) <= MOST_DAYS) {
            return Branching.ACTIVE_DAY;
        }
        return Branching.STATE;
    }

    private static long days(TimeRange range) {
        return range.from() == null || range.until() == null
                ? Long.MAX_VALUE
                : Duration.between(range.from(), range.until()).toDays() + 2;
    }

    private List<Branch> branches(Branching branching, List<GridClass> group, SortKey key) {
        return switch (branching) {
            case CLASS ->
                group.stream()
                        .map(each -> new Branch(String.valueOf(each.id()), each.rows()))
                        .toList();
            case STATE ->
                group.stream()
                        .collect(Collectors.groupingBy(
                                GridClass::state, TreeMap::new, Collectors.summingLong(GridClass::rows)))
                        .entrySet()
                        .stream()
                        .map(state -> new Branch(String.valueOf(state.getKey()), state.getValue()))
                        .toList();
            case STARTED_DAY -> days(filter.started(), key);
            case ACTIVE_DAY -> days(filter.lastActivity(), key);
        };
    }

    private static List<Branch> days(TimeRange range, SortKey key) {
        Instant from = range.from();
        Instant until = range.until();
        if (from == null || until == null || !from.isBefore(until)) {
            return List.of();
        }
        LocalDate first = from.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate last = until.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
        boolean isByTime = key == SortKey.STARTED || key == SortKey.LAST_ACTIVITY;
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Branch(day.toString(), isByTime && (day.equals(first) || day.equals(last)) ? OUTER : 1))
                .toList();
    }
}
