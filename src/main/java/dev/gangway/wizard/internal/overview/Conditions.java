package dev.gangway.wizard.internal.overview;

import dev.gangway.wizard.DurationRange;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.ProgressRange;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter in SQL: over classes ({@code c}) and over rows of the projection ({@code o}), with its parameters. */
final class Conditions {

    /** Whose index could tempt the planner away from the branch's own is compared through an expression. */
    private static final String UNINDEXED = " + interval '0'";

    /** More different texts than these are compared one by one with the pattern, because a list is sorted for each branch. */
    private static final int MOST_COMPARED = 500;

    /** Shorter texts are looked for at the beginning only. */
    private static final int SHORTEST_INSIDE = 3;

    private final OverviewFilter filter;
    private final FoundTexts found;
    private final Map<String, Object> parameters = new HashMap<>();

    /** For the classes alone. */
    Conditions(OverviewFilter filter) {
        this(filter, FoundTexts.NONE);
    }

    /**
     * @param found the different texts that those of the filter stand in
     */
    Conditions(OverviewFilter filter, FoundTexts found) {
        this.filter = filter;
        this.found = found;
        filter.wizards().stream().findAny().ifPresent(any -> parameters.put("wizards", texts(filter.wizards())));
        filter.steps().stream().findAny().ifPresent(any -> parameters.put("steps", texts(filter.steps())));
        filter.marks().stream()
                .findAny()
                .ifPresent(any -> parameters.put(
                        "marks",
                        texts(filter.marks().stream().map(StepMark::word).toList())));
        put("startedFrom", filter.started().from());
        put("startedUntil", filter.started().until());
        put("activeFrom", filter.lastActivity().from());
        put("activeUntil", filter.lastActivity().until());
        put("text", filter.text());
        put("account", filter.account());
        put("name", filter.name());
        put("textAccounts", found.textAccounts());
        put("textNames", found.textNames());
        put("accounts", found.accounts());
        put("names", found.names());
    }

    private void put(String name, @Nullable List<String> listed) {
        if (listed != null) {
            parameters.put(name, texts(listed));
        }
    }

    private void put(String name, @Nullable Instant moment) {
        if (moment != null) {
            parameters.put(name, moment.atOffset(ZoneOffset.UTC));
        }
    }

    private void put(String name, String text) {
        if (!text.isEmpty()) {
            parameters.put(name, pattern(text));
        }
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Marks are looked for as texts are: by an index where they are few. */
    boolean hasText() {
        return hasMarks()
                || !filter.text().isEmpty()
                || !filter.account().isEmpty()
                || !filter.name().isEmpty();
    }

    boolean hasMarks() {
        return !filter.marks().isEmpty();
    }

    boolean hasTimes() {
        return !filter.started().isAlways() || !filter.lastActivity().isAlways();
    }

    boolean hasClasses() {
        return !filter.wizards().isEmpty() || !filter.steps().isEmpty();
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
                : "(c.state / 100000 <> 1 and c.state %% 100000 between %d and %d)"
                        .formatted(range.first(), range.last());
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

    /**
     * What the texts of a row have to be.
     *
     * @param sorted what an index goes along, which then finds the texts one after the other; null: none
     */
    String texts(@Nullable SortKey sorted) {
        return texts(sorted, null);
    }

    /** The same of a row that is one of {@link #candidates}: the text they were found by is theirs already. */
    String textsOfCandidates() {
        return texts(null, by());
    }

    private String texts(@Nullable SortKey sorted, @Nullable By settled) {
        String either = "(" + compared(SortKey.ACCOUNT, null, "textAccounts", found.textAccounts(), "text") + " or "
                + compared(SortKey.NAME, null, "textNames", found.textNames(), "text") + ")";
        return (filter.text().isEmpty() || settled == By.EITHER ? "" : " and " + either)
                + (filter.account().isEmpty() || settled == By.ACCOUNT
                        ? ""
                        : " and " + compared(SortKey.ACCOUNT, sorted, "accounts", found.accounts(), "account"))
                + (filter.name().isEmpty() || settled == By.NAME
                        ? ""
                        : " and " + compared(SortKey.NAME, sorted, "names", found.names(), "name"))
                + (filter.marks().isEmpty() ? "" : " and o.marks && cast(:marks as text[])");
    }

    private static String compared(
            SortKey key, @Nullable SortKey sorted, String list, @Nullable List<String> listed, String pattern) {
        String column = "o." + key.column();
        if (listed == null || listed.size() > MOST_COMPARED) {
            return column + " like :" + pattern + " escape '!'";
        }
        return (key == sorted ? column : "coalesce(" + column + ", '')") + " = any (cast(:" + list + " as text[]))";
    }

    /** The text of a filter that rows are found by. */
    private enum By {
        ACCOUNT,
        NAME,
        EITHER
    }

    private @Nullable By by() {
        if (found.accounts() != null) {
            return By.ACCOUNT;
        } else if (found.names() != null) {
            return By.NAME;
        }
        return found.textAccounts() != null && found.textNames() != null ? By.EITHER : null;
    }

    /** Whether {@link #candidates} come from an index of what is looked for. */
    boolean areListed() {
        return by() != null || hasMarks();
    }

    /** Rows among which all matches are, as what follows "from": found by an index where one knows what is looked for. */
    String candidates() {
        String table = "wizard_session_overview";
        return switch (by()) {
            case ACCOUNT -> table + " o where (o.account_key || '') = any (cast(:accounts as text[]))";
            case NAME -> table + " o where (o.name_key || '') = any (cast(:names as text[]))";
            case EITHER ->
                "(select * from " + table
                        + " where (account_key || '') = any (cast(:textAccounts as text[])) union all select * from "
                        + table + " where (name_key || '') = any (cast(:textNames as text[]))"
                        + " and account_key <> all (cast(:textAccounts as text[]))) o where true";
            case null ->
                table + " o where true" + days("started", filter.started()) + days("active", filter.lastActivity());
        };
    }

    /** The days that a range touches, which begin indexes. */
    private static String days(String name, TimeRange range) {
        String day = "o." + name + "_day";
        return (range.from() == null ? "" : " and " + day + " >= " + utc(name + "From"))
                + (range.until() == null ? "" : " and " + day + " <= " + utc(name + "Until"));
    }

    private static String utc(String moment) {
        return "cast(cast(:" + moment + " as timestamptz) at time zone 'UTC' as date)";
    }

    OverviewFilter filter() {
        return filter;
    }

    /** A text as LIKE looks for it, with an exclamation mark as escape. */
    static String pattern(String text) {
        String literal = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return (text.codePointCount(0, text.length()) < SHORTEST_INSIDE ? "" : "%") + literal + "%";
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
