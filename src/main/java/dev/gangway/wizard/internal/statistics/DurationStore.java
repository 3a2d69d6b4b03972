package dev.gangway.wizard.internal.statistics;

import dev.gangway.wizard.internal.statistics.Durations.Place;
import dev.gangway.wizard.internal.statistics.FigureStore.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Percentiles of durations, exact: the figures say in which class of durations a percentile lies and how many of the class
 * come before it, and an index of the projection is walked from there.
 */
@Repository
public class DurationStore {

    private static final int MEDIAN = 5;
    private static final int P90 = 9;

    private final JdbcClient jdbc;

    DurationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Percentiles of groups of wizards, in one statement.
     *
     * @param groups each with the figures of its wizards in the period
     */
    public List<Percentiles> percentiles(List<? extends Collection<Figure>> groups, LocalDate from, LocalDate to) {
        List<Sought> sought = groups.stream().map(DurationStore::sought).toList();
        Map<Lookup, Long> found = look(sought, from, to);
        return sought.stream()
                .map(each -> new Percentiles(each.percentile(MEDIAN, found), each.percentile(P90, found)))
                .toList();
    }

    private static Sought sought(Collection<Figure> figures) {
        Durations durations = new Durations();
        List<Figure> counted = figures.stream()
                .filter(figure -> figure.figure().equals("duration"))
                .toList();
        counted.forEach(figure -> durations.add(Long.parseLong(figure.detail()), figure.amount()));
        return new Sought(
                durations,
                counted.stream()
                        .map(figure -> figure.wizard().toString())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(",")));
    }

    /** @param wizards their ids, with commas between */
    private record Sought(Durations durations, String wizards) {

        Stream<Lookup> lookups(int tenths) {
            return durations.around(tenths).stream().map(place -> new Lookup(wizards, place));
        }

        @Nullable BigDecimal percentile(int tenths, Map<Lookup, Long> found) {
            List<Lookup> lookups = lookups(tenths).toList();
            List<Long> seconds =
                    lookups.stream().map(found::get).filter(Objects::nonNull).toList();
            return seconds.isEmpty() || seconds.size() < lookups.size() ? null : durations.between(tenths, seconds);
        }
    }

    /** One duration to look up. */
    private record Lookup(String wizards, Place place) {}

    private Map<Lookup, Long> look(List<Sought> sought, LocalDate from, LocalDate to) {
        List<Lookup> lookups = sought.stream()
                .flatMap(each -> Stream.concat(each.lookups(MEDIAN), each.lookups(P90)))
                .distinct()
                .toList();
        Map<Lookup, Long> found = new HashMap<>();
        if (lookups.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select t.number, d.seconds
                        from unnest(cast(:wizards as text[]), cast(:lowest as bigint[]), cast(:below as bigint[]),
                                    cast(:offsets as bigint[])) with ordinality t (wizards, lowest, below, skipped, number)
                                 cross join lateral (
                            select o.seconds
                            from unnest(cast(string_to_array(t.wizards, ',') as uuid[])) w (id)
                                     cross join lateral (
                                select total_time_seconds as seconds from wizard_session_overview
                                where wizard_id = w.id and total_time_seconds >= t.lowest and total_time_seconds < t.below
                                  and started_at >= :from and started_at < :until) o
                            order by o.seconds offset t.skipped limit 1) d
                        """)
                .param("wizards", lookups.stream().map(Lookup::wizards).toArray(String[]::new))
                .param("lowest", numbers(lookups, each -> each.place().lowest()))
                .param("below", numbers(lookups, each -> each.place().below()))
                .param("offsets", numbers(lookups, each -> each.place().offset()))
                .param("from", start(from))
                .param("until", start(to.plusDays(1)))
                .query(row -> {
                    found.put(lookups.get(row.getInt("number") - 1), row.getLong("seconds"));
                });
        return found;
    }

    private static Long[] numbers(List<Lookup> lookups, Function<Lookup, Long> number) {
        return lookups.stream().map(number).toArray(Long[]::new);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
