package dev.gangway.bench;

import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.PageTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Next as a page sends it: eight people at step 3, each with an open page, choose another depth, press Next and, on the page of
 * step 4, Back; beside pgbench on the statements of that Next, in turn. {@code -Dbench.rounds=} (5) rounds of
 * {@code -Dbench.seconds=} (8).
 */
final class PageProtocolBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 30));
    private static final long HIGHEST_MICROS = 60_000_000;

    private final List<PageClient> clients = new ArrayList<>();

    private PageProtocolBench() {}

    private record Result(double perSecond, Histogram next, Histogram back, double bytes) {}

    static void run(ServedProduct product) throws Exception {
        new OnboardingBench(product).seed();
        PageUsers users = PageUsers.existing(product, "bench", CLIENTS);
        PageProtocolBench bench = new PageProtocolBench();
        for (int number = 1; number <= CLIENTS; number++) {
            PageClient client = users.client(number);
            bench.clients.add(client);
            client.open("onboarding/research");
        }
        bench.measure(product);
        for (PageClient client : bench.clients) {
            client.close();
        }
    }

    private void measure(ServedProduct product) throws Exception {
        Path script = Path.of("src/bench/sql/next.sql");
        round(WARM_UP);
        PgBench.run(product, script, CLIENTS, Duration.ofSeconds(2));
        List<Double> perSecond = new ArrayList<>();
        List<Double> pgbench = new ArrayList<>();
        Histogram next = new Histogram(HIGHEST_MICROS, 3);
        Histogram back = new Histogram(HIGHEST_MICROS, 3);
        double bytes = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Result result = round(ROUND);
            perSecond.add(result.perSecond());
            next.add(result.next());
            back.add(result.back());
            bytes = result.bytes();
            pgbench.add(PgBench.run(product, script, CLIENTS, ROUND));
        }
        double pages = Report.median(perSecond);
        double database = Report.median(pgbench);
        // Half of the requests are Backs, which only render; without them Next has the server to itself.
        double alone = pages * (next.getMean() + back.getMean()) / next.getMean();
        Report report = new Report("page-protocol");
        report.row(
                "Next, each with a Back",
                "per_second",
                pages,
                "pgbench_per_second",
                database,
                "ratio",
                pages / database);
        report.row(
                "Next, its own time only",
                "per_second",
                alone,
                "pgbench_per_second",
                database,
                "ratio",
                alone / database);
        times(report, "Next", next);
        times(report, "Back", back);
        report.row("answer to Next", "bytes", bytes);
    }

    private static void times(Report report, String what, Histogram micros) throws IOException {
        report.row(
                what,
                "p50_ms",
                micros.getValueAtPercentile(50) / 1000.0,
                "p95_ms",
                micros.getValueAtPercentile(95) / 1000.0,
                "p99_ms",
                micros.getValueAtPercentile(99) / 1000.0);
    }

    private Result round(Duration duration) throws Exception {
        long begun = System.nanoTime();
        Histogram next = new Histogram(HIGHEST_MICROS, 3);
        Histogram back = new Histogram(HIGHEST_MICROS, 3);
        double bytes = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Result>> results = new ArrayList<>();
            for (PageClient client : clients) {
                results.add(threads.submit(() -> walk(client, begun + duration.toNanos())));
            }
            for (Future<Result> result : results) {
                next.add(result.get().next());
                back.add(result.get().back());
                bytes = result.get().bytes();
            }
        }
        return new Result(next.getTotalCount() / ((System.nanoTime() - begun) / 1e9), next, back, bytes);
    }

    private static Result walk(PageClient client, long end) throws IOException {
        Histogram next = new Histogram(HIGHEST_MICROS, 3);
        Histogram back = new Histogram(HIGHEST_MICROS, 3);
        double bytes = 0;
        for (int turn = 0; System.nanoTime() < end; turn++) {
            PageTree page = client.tree();
            client.set(page.field("vaadin-radio-group", "Research depth"), "value", turn % 2 == 0 ? "\"1\"" : "\"2\"");
            PageTree.Node button = page.button("Next");
            long begun = System.nanoTime();
            client.click(button);
            next.recordValue((System.nanoTime() - begun) / 1000);
            bytes = client.lastBytes();
            PageTree.Node way = client.tree().button("Back");
            expect(client.tree(), "Step 4 of 6");
            begun = System.nanoTime();
            client.click(way);
            back.recordValue((System.nanoTime() - begun) / 1000);
            expect(client.tree(), "Step 3 of 6");
        }
        return new Result(0, next, back, bytes);
    }

    private static void expect(PageTree page, String words) {
        if (!page.says(words)) {
            throw new IllegalStateException("The page does not show " + words);
        }
    }
}
