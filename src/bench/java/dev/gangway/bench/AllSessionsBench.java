package dev.gangway.bench;

import dev.gangway.GangwayApplication;
import dev.gangway.demo.DemoData;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.DurationRange;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewPage;
import dev.gangway.wizard.OverviewPlace;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.OverviewWizard;
import dev.gangway.wizard.ProgressRange;
import dev.gangway.wizard.TimeRange;
import dev.gangway.wizard.WizardSessionOverviews;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.statistics.Period;
import dev.gangway.wizard.statistics.WizardStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The all-sessions grid over generated wizard sessions ({@code -Dbench.sessions=}, a million unless told): for every sort ×
 * column filter the first, next and last page, a jump, and a search by text, as the page asks the service for them, in so many
 * rounds ({@code -Dbench.rounds=}, 5) after one for the caches, or for those only that an expression finds
 * ({@code -Dbench.only='text.*by ACCOUNT'}); then the statistics. Prints a table and writes
 * {@code target/bench/all-sessions.json}.
 */
final class AllSessionsBench {

    private static final int ROWS = 50;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
    private static final long SLOWEST_MICROS = TimeUnit.MINUTES.toMicros(5);

    private final WizardSessionOverviews overviews;
    private final Map<String, Histogram> times = new LinkedHashMap<>();
    private final Map<String, Map<String, Histogram>> each = new LinkedHashMap<>();

    private AllSessionsBench(WizardSessionOverviews overviews) {
        this.overviews = overviews;
    }

    static void run(ServedProduct product) throws IOException {
        long sessions = Long.getLong("bench.sessions", 1_000_000);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(GangwayApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--db-scheduler.enabled=false",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                        "--gangway.database.directory=" + product.databaseDirectory(),
                        "--logging.level.root=WARN")) {
            WizardSessionOverviews overviews = context.getBean(WizardSessionOverviews.class);
            double generated = overviews.total(OverviewFilter.NONE).rows() < sessions
                    ? seconds(() -> context.getBean(DemoData.class).generate(sessions, 1, done -> {}))
                    : 0;
            System.out.printf(Locale.ROOT, "%,d wizard sessions generated in %.1f s%n", sessions, generated);
            context.getBean(JdbcClient.class)
                    .sql("vacuum wizard_session_overview")
                    .update();
            AllSessionsBench bench = new AllSessionsBench(overviews);
            bench.measure();
            bench.statistics(context.getBean(WizardStatistics.class));
            bench.report(sessions, generated);
        }
    }

    private void measure() {
        for (int round = 0; round <= ROUNDS; round++) {
            if (round == 1) {
                // The first round was for the caches, as a grid that is in use has them.
                times.clear();
                each.clear();
            }
            for (Map.Entry<String, OverviewFilter> filter : filters().entrySet()) {
                for (OverviewColumn column : OverviewColumn.values()) {
                    for (Direction direction : Direction.values()) {
                        if (ONLY.matcher(filter.getKey() + " by " + column).find()) {
                            pages(
                                    filter.getKey(),
                                    new OverviewQuery(filter.getValue(), new OverviewSort(column, direction)));
                        }
                    }
                }
            }
        }
    }

    private void pages(String filter, OverviewQuery query) {
        String kind = filter.startsWith("text") ? "text search: " : "";
        String what =
                filter + " by " + query.sort().column() + " " + query.sort().direction();
        List<OverviewPage> first = new ArrayList<>();
        time(kind + "first page", what, () -> first.add(overviews.page(query, new OverviewPlace.First(), ROWS)));
        OverviewPage page = first.getFirst();
        if (page.hasAfter()) {
            time(
                    kind + "next page",
                    what,
                    () -> overviews.page(
                            query, new OverviewPlace.After(page.cursors().getLast()), ROWS));
        }
        time(kind + "last page", what, () -> overviews.page(query, new OverviewPlace.Last(), ROWS));
        long[] total = new long[1];
        time(
                kind + "total",
                what,
                () -> total[0] = overviews.total(query.filter()).rows());
        for (int part = 1; part < 4; part++) {
            long position = total[0] * part / 4;
            time(kind + "jump", what, () -> overviews.page(query, new OverviewPlace.At(position, total[0]), ROWS));
        }
    }

    /** What the page of statistics asks for when it is opened, and for each wizard. */
    private void statistics(WizardStatistics statistics) {
        for (int round = 0; round < ROUNDS; round++) {
            Period period = statistics.everything().orElseThrow();
            time(
                    "statistics of all",
                    "all",
                    () -> statistics.overall(statistics.everything().orElseThrow()));
            for (OverviewWizard wizard : overviews.wizards()) {
                time("statistics of a wizard", wizard.name(), () -> statistics.of(wizard.id(), period));
            }
        }
    }

    private Map<String, OverviewFilter> filters() {
        OverviewWizard wizard = overviews.wizards().getLast();
        Instant now = Instant.now();
        Map<String, OverviewFilter> filters = new LinkedHashMap<>();
        OverviewFilter none = OverviewFilter.NONE;
        filters.put("all", none);
        filters.put("wizard", none.withWizards(Set.of(wizard.id())));
        filters.put("status", none.withStatuses(Set.of(WizardSessionStatus.IN_PROGRESS)));
        filters.put(
                "step", none.withSteps(Set.of(wizard.steps().keySet().iterator().next())));
        filters.put("progress", none.withProgress(Set.of(ProgressRange.UNDER_50)));
        filters.put("duration", none.withDurations(Set.of(DurationRange.UNDER_1_HOUR)));
        filters.put(
                "started",
                none.withStarted(new TimeRange(now.minus(Duration.ofDays(60)), now.minus(Duration.ofDays(30)))));
        filters.put("last activity", none.withLastActivity(new TimeRange(now.minus(Duration.ofDays(7)), null)));
        filters.put("text account", none.withAccount("müller.10"));
        filters.put("text name", none.withName("berlin"));
        filters.put("text rare", none.withText("novak.777"));
        return filters;
    }

    private void time(String what, String which, Runnable work) {
        long start = System.nanoTime();
        work.run();
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
        times.computeIfAbsent(what, key -> new Histogram(SLOWEST_MICROS, 3)).recordValue(micros);
        each.computeIfAbsent(what, key -> new LinkedHashMap<>())
                .computeIfAbsent(which, key -> new Histogram(SLOWEST_MICROS, 3))
                .recordValue(micros);
    }

    private void report(long sessions, double generated) throws IOException {
        StringBuilder json =
                new StringBuilder("{\"sessions\": %d, \"generated_seconds\": %.1f".formatted(sessions, generated));
        System.out.printf(
                Locale.ROOT,
                "%-28s %8s %9s %9s %9s  %s%n",
                "",
                "times",
                "p50 ms",
                "p99 ms",
                "max ms",
                "slowest by their median");
        Consumer<Map.Entry<String, Histogram>> line = entry -> {
            Histogram histogram = entry.getValue();
            double p50 = median(histogram);
            double p99 = histogram.getValueAtPercentile(99) / 1000.0;
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %8d %9.2f %9.2f %9.2f  %s%n",
                    entry.getKey(),
                    histogram.getTotalCount(),
                    p50,
                    p99,
                    histogram.getMaxValue() / 1000.0,
                    slowest(entry.getKey()));
            json.append(String.format(
                    Locale.ROOT, ", \"%s\": {\"p50_ms\": %.2f, \"p99_ms\": %.2f}", entry.getKey(), p50, p99));
        };
        times.entrySet().forEach(line);
        Path file = Path.of("target/bench/all-sessions.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.append("}\n"));
    }

    private String slowest(String what) {
        return each.getOrDefault(what, Map.of()).entrySet().stream()
                .sorted(Comparator.comparingDouble(one -> -median(one.getValue())))
                .limit(3)
                .map(one -> "%s: %.1f".formatted(one.getKey(), median(one.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static double median(Histogram histogram) {
        return histogram.getValueAtPercentile(50) / 1000.0;
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
