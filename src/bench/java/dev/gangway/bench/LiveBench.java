package dev.gangway.bench;

import dev.gangway.bench.page.PageClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A hundred open grids of all wizard sessions, each of a person of its own and with a push connection: how long after the answer to
 * a Next its row comes to each of them, with one Next every {@value #PAUSE_MILLIS} ms; and what the open grids cost eight writers
 * that do nothing but Next, in turn without and with them.
 */
final class LiveBench {

    private static final int GRIDS = Integer.getInteger("bench.pages", 100);
    private static final int CHANGES = Integer.getInteger("bench.changes", 30);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));
    private static final int PAUSE_MILLIS = 1000;
    private static final int WRITERS = 8;
    private static final long HIGHEST_MICROS = 60_000_000;

    private final ServedProduct product;
    private final OnboardingBench onboarding;
    private final List<Grid> grids = new ArrayList<>();

    private LiveBench(ServedProduct product) {
        this.product = product;
        this.onboarding = new OnboardingBench(product);
    }

    static void run(ServedProduct product) throws Exception {
        new LiveBench(product).run();
    }

    private void run() throws Exception {
        Report report = new Report("live");
        onboarding.seed();
        PageUsers administrators = PageUsers.create(product, "office", "ADMIN", GRIDS);
        Load.of(WRITERS, Duration.ofSeconds(20), onboarding::next);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int round = 0; round < ROUNDS; round++) {
                without.add(Load.of(WRITERS, ROUND, onboarding::next).perSecond());
                // The row that is waited for below: a grid shows fifty of them, those that changed last.
                Load.once(onboarding.next(0));
                openAll(http, administrators);
                if (round == 0) {
                    latency(report);
                }
                with.add(Load.of(WRITERS, ROUND, onboarding::next).perSecond());
                for (Grid grid : grids) {
                    grid.close();
                }
                grids.clear();
                TimeUnit.SECONDS.sleep(3);
            }
        }
        double base = Report.median(without);
        double loaded = Report.median(with);
        report.row(
                "writers",
                "without_per_second",
                base,
                "with_per_second",
                loaded,
                "slower_percent",
                (1 - loaded / base) * 100);
    }

    private void openAll(HttpClient http, PageUsers administrators) throws Exception {
        for (int number = 1; number <= GRIDS; number++) {
            grids.add(Grid.open(http, product.address(""), administrators.client(number)));
        }
        TimeUnit.SECONDS.sleep(2);
    }

    private void latency(Report report) throws Exception {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        int missed = 0;
        for (int change = 0; change < CHANGES; change++) {
            grids.forEach(grid -> grid.arrived.set(0));
            Load.once(onboarding.next(change * OnboardingBench.ACCOUNTS));
            long answered = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            for (Grid grid : grids) {
                long at = grid.arrived.get();
                if (at == 0) {
                    missed++;
                } else {
                    micros.recordValue(Math.max(0, (at - answered) / 1000));
                }
            }
        }
        report.row(
                "from the answer to the row on the page",
                "grids",
                GRIDS,
                "changes",
                CHANGES,
                "p50_ms",
                micros.getValueAtPercentile(50) / 1000.0,
                "p95_ms",
                micros.getValueAtPercentile(95) / 1000.0,
                "p99_ms",
                micros.getValueAtPercentile(99) / 1000.0,
                "not_within_a_second",
                missed);
    }

    /** A page with a push connection, which notes when something came after it was last asked. */
    private static final class Grid implements WebSocket.Listener {

        private final PageClient client;
        private final AtomicLong arrived = new AtomicLong();
        private @Nullable WebSocket push;

        private Grid(PageClient client) {
            this.client = client;
        }

        static Grid open(HttpClient http, URI server, PageClient client) throws Exception {
            client.open("admin/sessions");
            Grid grid = new Grid(client);
            URI address = URI.create("ws://" + server.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + client.page()
                    + "&v-pushId=" + client.pushId()
                    + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                    + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                    + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=" + client.syncId());
            String cookies = client.cookieLine().strip().substring("Cookie: ".length());
            grid.push = http.newWebSocketBuilder()
                    .header("Cookie", cookies)
                    .header("Origin", "http://" + server.getAuthority())
                    .buildAsync(address, grid)
                    .get(30, TimeUnit.SECONDS);
            return grid;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            if (last) {
                arrived.compareAndSet(0, System.nanoTime());
            }
            webSocket.request(1);
            return null;
        }

        void close() throws Exception {
            if (push != null) {
                push.abort();
            }
            client.close();
        }
    }
}
