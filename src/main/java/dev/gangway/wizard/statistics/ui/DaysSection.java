package dev.gangway.wizard.statistics.ui;

import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.chart.ChartData;
import dev.gangway.base.ui.chart.ChartData.Series;
import dev.gangway.base.ui.chart.ChartData.Tone;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.statistics.DayCount;
import dev.gangway.wizard.statistics.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many wizard sessions were started each day, and how many of these are completed; by month where the days are many. */
final class DaysSection {

    private static final int MOST_DAYS = 92;
    private static final int MOST_BARS = 31;

    private final FigureWords words;
    private final @Nullable UUID wizard;
    private final boolean byMonth;
    private final List<Slice> slices;

    /** Some days in a row. */
    private record Slice(Period period, long started, long completed) {

        static Slice of(DayCount day) {
            return new Slice(new Period(day.day(), day.day()), day.started(), day.completed());
        }

        Slice and(Slice next) {
            return new Slice(
                    new Period(period.from(), next.period.to()), started + next.started, completed + next.completed);
        }
    }

    DaysSection(FigureWords words, @Nullable UUID wizard, List<DayCount> days) {
        this.words = words;
        this.wizard = wizard;
        this.byMonth = days.size() > MOST_DAYS;
        Function<DayCount, LocalDate> group =
                byMonth ? day -> YearMonth.from(day.day()).atDay(1) : DayCount::day;
        BinaryOperator<Slice> merge = Slice::and;
        this.slices = days.stream()
                .collect(Collectors.groupingBy(
                        group, TreeMap::new, Collectors.mapping(Slice::of, Collectors.reducing(merge))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Section section() {
        String title = words.of(byMonth ? "per_month" : "per_day");
        List<Series> series = List.of(
                series("started", Tone.SECOND, Slice::started), series("completed", Tone.MAIN, Slice::completed));
        List<String> names =
                slices.stream().map(slice -> name(slice, shortly())).toList();
        List<String> addresses =
                slices.stream().map(slice -> links(slice).started()).toList();
        return new Section(title, words.of("per_day.lead"))
                .with(
                        title,
                        slices.size() > MOST_BARS
                                ? new ChartData.Lines(names, series, addresses)
                                : new ChartData.Bars(names, series, addresses))
                .with(words.of("as_table"), table(title));
    }

    private DataTable table(String title) {
        DataTable table = new DataTable(
                title,
                List.of(
                        words.of(byMonth ? "month" : "day"),
                        words.of("started"),
                        words.of("completed"),
                        words.of("rate")));
        DateTimeFormatter whole = byMonth
                ? DateTimeFormatter.ofPattern("LLLL yyyy", words.words().locale())
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(words.words().locale());
        slices.reversed()
                .forEach(slice -> table.add(List.of(
                        DataTable.text(name(slice, whole)),
                        SessionLinks.figure(
                                words.number(slice.started()),
                                slice.started(),
                                links(slice).started()),
                        SessionLinks.figure(
                                words.number(slice.completed()),
                                slice.completed(),
                                links(slice).in(WizardSessionStatus.COMPLETED)),
                        DataTable.text(words.share(slice.completed(), slice.started())))));
        return table;
    }

    private Series series(String key, Tone tone, ToLongFunction<Slice> value) {
        return new Series(
                words.of(key),
                tone,
                slices.stream().map(slice -> value.applyAsLong(slice)).toList());
    }

    private DateTimeFormatter shortly() {
        return DateTimeFormatter.ofLocalizedPattern(byMonth ? "yMMM" : "MMMd")
                .withLocale(words.words().locale());
    }

    private static String name(Slice slice, DateTimeFormatter format) {
        return format.format(slice.period().from());
    }

    private SessionLinks links(Slice slice) {
        return SessionLinks.of(wizard, slice.period());
    }
}
