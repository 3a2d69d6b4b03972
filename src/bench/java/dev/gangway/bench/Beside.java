package dev.gangway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Requests by REST beside pgbench on the same statements, in turn on the same database; each figure is the median of all rounds.
 *
 * @param perSecond answers a second by REST
 * @param p50 of these, milliseconds
 * @param p99 of these, milliseconds
 * @param pgbench transactions a second
 */
record Beside(String what, double perSecond, double p50, double p99, double pgbench) {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 30));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));

    static Beside measure(ServedProduct product, String what, Path script, IntFunction<Load.Request> request)
            throws Exception {
        Load.of(CLIENTS, WARM_UP, request);
        PgBench.run(product, script, CLIENTS, Duration.ofSeconds(2));
        List<Load.Result> rest = new ArrayList<>();
        List<Double> pgbench = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rest.add(Load.of(CLIENTS, ROUND, request));
            pgbench.add(PgBench.run(product, script, CLIENTS, ROUND));
        }
        return new Beside(
                what,
                median(rest, Load.Result::perSecond),
                median(rest, Load.Result::p50),
                median(rest, Load.Result::p99),
                median(pgbench, value -> value));
    }

    /** Prints a table and writes it to {@code target/bench/NAME.json}. */
    static void write(String name, List<Beside> rows) throws IOException {
        rows.forEach(System.out::println);
        Path json = Path.of("target/bench", name + ".json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, rows.stream().map(Beside::json).toList().toString());
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
        return values.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f/s | %.1f ms | %.1f ms | %,.0f/s | %.2f |",
                what,
                perSecond,
                p50,
                p99,
                pgbench,
                perSecond / pgbench);
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"what\": \"%s\", \"rest_per_second\": %.1f, \"p50_ms\": %.2f, \"p99_ms\": %.2f, \"pgbench_per_second\": %.1f}",
                what,
                perSecond,
                p50,
                p99,
                pgbench);
    }
}
