package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.DurationRange;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewNames;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.ProgressRange;
import dev.gangway.wizard.StepMark;
import dev.gangway.wizard.TimeRange;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of all wizard sessions shows, as its address says it. Days are those of UTC, as in the statistics that lead
 * here; what an address says wrongly is passed over.
 *
 * @param selected whose details are open; null: none
 */
record OverviewAddress(
        OverviewFilter filter, OverviewSort sort, @Nullable WizardSessionId selected) {

    private static final int LONGEST = 200;

    static OverviewAddress of(QueryParameters parameters) {
        Read read = new Read(parameters);
        OverviewFilter filter = new OverviewFilter(
                read.text("q"),
                read.text("account"),
                read.text("name"),
                read.all("wizard", UUID::fromString),
                read.words("status", WizardSessionStatus.values()),
                read.all("step", Function.identity()),
                read.words("progress", ProgressRange.values()),
                read.days("started"),
                read.days("active"),
                read.words("duration", DurationRange.values()),
                read.all("mark", StepMark::read).stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        return new OverviewAddress(
                filter,
                sort(read.text("sort")),
                read.all("session", UUID::fromString).stream()
                        .findFirst()
                        .map(WizardSessionId::new)
                        .orElse(null));
    }

    OverviewQuery query(OverviewNames names) {
        return new OverviewQuery(filter, sort, names);
    }

    OverviewAddress with(OverviewFilter other) {
        return new OverviewAddress(other, sort, selected);
    }

    OverviewAddress with(OverviewSort other) {
        return new OverviewAddress(filter, other, selected);
    }

    OverviewAddress selecting(@Nullable WizardSessionId other) {
        return new OverviewAddress(filter, sort, other);
    }

    QueryParameters parameters() {
        Map<String, List<String>> written = new LinkedHashMap<>();
        put(written, "q", Stream.of(filter.text()));
        put(written, "account", Stream.of(filter.account()));
        put(written, "name", Stream.of(filter.name()));
        put(written, "wizard", filter.wizards().stream().map(UUID::toString));
        put(written, "status", filter.statuses().stream().map(OverviewAddress::word));
        put(written, "step", filter.steps().stream());
        put(written, "progress", filter.progress().stream().map(OverviewAddress::word));
        put(written, "started_from", Stream.of(first(filter.started())));
        put(written, "started_to", Stream.of(last(filter.started())));
        put(written, "active_from", Stream.of(first(filter.lastActivity())));
        put(written, "active_to", Stream.of(last(filter.lastActivity())));
        put(written, "duration", filter.durations().stream().map(OverviewAddress::word));
        put(written, "mark", filter.marks().stream().map(StepMark::word));
        if (!sort.equals(OverviewSort.NEWEST)) {
            put(
                    written,
                    "sort",
                    Stream.of((sort.direction() == Direction.DESCENDING ? "-" : "") + word(sort.column())));
        }
        if (selected != null) {
            put(written, "session", Stream.of(selected.value().toString()));
        }
        return new QueryParameters(written);
    }

    /** Where the page shows this. */
    String address() {
        String query = parameters().getQueryString();
        return AllSessionsView.ADDRESS + (query.isEmpty() ? "" : "?" + query);
    }

    /** The days from and to, both included; null: open. */
    static TimeRange range(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new TimeRange(from == null ? null : start(from), to == null ? null : start(to.plusDays(1)));
    }

    static @Nullable LocalDate firstDay(TimeRange range) {
        Instant from = range.from();
        return from == null ? null : LocalDate.ofInstant(from, ZoneOffset.UTC);
    }

    static @Nullable LocalDate lastDay(TimeRange range) {
        Instant until = range.until();
        return until == null ? null : LocalDate.ofInstant(until, ZoneOffset.UTC).minusDays(1);
    }

    private static String first(TimeRange range) {
        return Objects.toString(firstDay(range), "");
    }

    private static String last(TimeRange range) {
        return Objects.toString(lastDay(range), "");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static OverviewSort sort(String word) {
        boolean down = word.startsWith("-");
        String column = down ? word.substring(1) : word;
        return Arrays.stream(OverviewColumn.values())
                .filter(each -> word(each).equals(column))
                .findAny()
                .map(each -> new OverviewSort(each, down ? Direction.DESCENDING : Direction.ASCENDING))
                .orElse(OverviewSort.NEWEST);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, List<String>> written, String name, Stream<String> values) {
        List<String> list = values.filter(value -> !value.isEmpty()).sorted().toList();
        if (!list.isEmpty()) {
            written.put(name, list);
        }
    }

    private record Read(QueryParameters parameters) {

        String text(String name) {
            return values(name).findFirst().orElse("");
        }

        Stream<String> values(String name) {
            return parameters.getParameters(name).stream()
                    .filter(value -> value.length() <= LONGEST && value.indexOf('\0') < 0);
        }

        <T> Set<T> all(String name, Function<String, T> reading) {
            return values(name)
                    .filter(value -> !value.isBlank())
                    .flatMap(value -> attempt(value, reading).stream())
                    .collect(Collectors.toSet());
        }

        <T extends Enum<T>> Set<T> words(String name, T[] known) {
            Set<String> asked = values(name).collect(Collectors.toSet());
            return Arrays.stream(known)
                    .filter(each -> asked.contains(word(each)))
                    .collect(Collectors.toSet());
        }

        TimeRange days(String name) {
            return range(day(name + "_from"), day(name + "_to"));
        }

        private @Nullable LocalDate day(String name) {
            return attempt(text(name), LocalDate::parse)
                    .filter(day -> day.getYear() >= 1970 && day.getYear() <= 9999)
                    .orElse(null);
        }

        private static <T> Optional<T> attempt(String value, Function<String, T> reading) {
            try {
                return Optional.of(reading.apply(value));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                return Optional.empty();
            }
        }
    }
}
