package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.DurationRange;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.ProgressRange;
import dev.gangway.wizard.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filter says of classes ({@code c}) and of times, in SQL over rows of the projection ({@code o}), with its parameters. */
final class Conditions {

    /** Whose index could tempt the planner away from the branch's own is compared through an expression. */
    private static final String UNINDEXED = " + interval '0'";

    private final OverviewFilter filter;
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions(OverviewFilter filter) {
        this.filter = filter;
        filter.wizards().stream().findAny().ifPresent(any -> parameters.put("wizards", texts(filter.wizards())));
        filter.steps().stream().findAny().ifPresent(any -> parameters.put("steps", texts(filter.steps())));
        put("startedFrom", filter.started().from());
        put("startedUntil", filter.started().until());
        put("activeFrom", filter.lastActivity().from());
        put("activeUntil", filter.lastActivity().until());
    }

    private void put(String name, @Nullable Instant moment) {
        if (moment != null) {
            parameters.put(name, moment.atOffset(ZoneOffset.UTC));
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    boolean hasTimes() {
        return !filter.started().isAlways() || !filter.lastActivity().isAlways();
    }

    /** What a class has to be like. */
    String classes() {
        List<String> parts = new ArrayList<>();
        parts.add("true");
        if (!filter.wizards().isEmpty()) {
            parts.add("c.wizard_id = any (cast(:wizards as uuid[]))");
        }
        if (!filter.steps().isEmpty()) {
            parts.add("c.step = any (cast(:steps as text[]))");
        }
        if (!filter.statuses().isEmpty()) {
            parts.add(in("c.state / 100000", filter.statuses().stream().map(StateCode::of)));
        }
        if (!filter.progress().isEmpty()) {
            parts.add(
                    filter.progress().stream().map(Conditions::progress).collect(Collectors.joining(" or ", "(", ")")));
        }
        if (!filter.durations().isEmpty()) {
            parts.add(filter.durations().stream()
                    .map(Conditions::duration)
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        return String.join(" and ", parts);
    }

    private static String in(String what, Stream<?> values) {
        return what + " in " + values.map(String::valueOf).sorted().collect(Collectors.joining(", ", "(", ")"));
    }

    private static String progress(ProgressRange range) {
        return range == ProgressRange.DONE
                ? "c.state / 100000 = 1"
                : "(c.state / 100000 <> 1 and c.state % 100000 between " + range.first() + " and " + range.last() + ")";
    }

    private static String duration(DurationRange range) {
        return range == DurationRange.UNFINISHED
                ? "c.state / 100000 <> 1"
                : "c.state = " + StateCode.completedIn(range);
    }

    /** What the times of a row have to be, besides those that the sort key or the days settle. */
    String times(boolean started, boolean active) {
        return (started ? range("o.started_at", "started", filter.started()) : "")
                + (active ? range("o.last_activity_at", "active", filter.lastActivity()) : "");
    }

    private static String range(String column, String name, TimeRange range) {
        return (range.from() == null ? "" : " and " + column + UNINDEXED + " >= :" + name + "From")
                + (range.until() == null ? "" : " and " + column + UNINDEXED + " < :" + name + "Until");
    }

    /** The days that the times touch, which begin indexes. */
    String days() {
        return days("started", filter.started()) + days("active", filter.lastActivity());
    }

    private static String days(String name, TimeRange range) {
        String day = "o." + name + "_day";
        return (range.from() == null ? "" : " and " + day + " >= " + utc(name + "From"))
                + (range.until() == null ? "" : " and " + day + " <= " + utc(name + "Until"));
    }

    private static String utc(String moment) {
        return "cast(cast(:" + moment + " as timestamptz) at time zone 'UTC' as date)";
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
