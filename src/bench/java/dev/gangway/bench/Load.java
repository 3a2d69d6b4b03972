package dev.gangway.bench;

import dev.gangway.bench.page.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Sends requests from a number of clients at once, each on a bare socket of its own that is kept open, and counts what is answered.
 * The clients share the cores with the server; the JDK's HTTP client would take several times as much of them.
 */
final class Load {

    private static final long HIGHEST_MICROS = 60_000_000;

    private Load() {}

    /**
     * A request.
     *
     * @param server where to
     * @param method GET, PUT or POST
     * @param path with its query
     * @param headers whole lines, each with its line end
     * @param body empty for none
     */
    record Request(URI server, String method, String path, String headers, String body) {}

    /**
     * What was measured.
     *
     * @param perSecond answers a second
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Result(double perSecond, double p50, double p99) {}

    static Result of(int clients, Duration duration, IntFunction<Request> request) throws Exception {
        AtomicInteger numbers = new AtomicInteger();
        Histogram all = new Histogram(HIGHEST_MICROS, 3);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Histogram>> results = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                results.add(threads.submit(() -> client(start + duration.toNanos(), numbers, request)));
            }
            for (Future<Histogram> result : results) {
                all.add(result.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(
                all.getTotalCount() / seconds,
                all.getValueAtPercentile(50) / 1000.0,
                all.getValueAtPercentile(99) / 1000.0);
    }

    /** Sends one request on a connection of its own. */
    static void once(Request request) throws IOException {
        try (Wire wire = new Wire(request.server().getHost(), request.server().getPort())) {
            send(wire, request);
        }
    }

    private static Histogram client(long end, AtomicInteger numbers, IntFunction<Request> request) throws IOException {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        URI server = request.apply(0).server();
        try (Wire wire = new Wire(server.getHost(), server.getPort())) {
            while (System.nanoTime() < end) {
                Request next = request.apply(numbers.getAndIncrement());
                long begun = System.nanoTime();
                send(wire, next);
                micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - begun) / 1000));
            }
        }
        return micros;
    }

    private static void send(Wire wire, Request request) throws IOException {
        Wire.Answer answer = wire.send(
                request.method(),
                request.path(),
                request.headers(),
                request.body().getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
    }
}
