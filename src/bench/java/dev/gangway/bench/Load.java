package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Sends requests from a number of clients at once, each with its own connection, and counts what is answered. */
final class Load {

    private static final long HIGHEST_MICROS = 60_000_000;

    private Load() {}

    /**
     * What was measured.
     *
     * @param perSecond answers a second
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Result(double perSecond, double p50, double p99) {}

    static Result of(int clients, Duration duration, IntFunction<HttpRequest> request) throws Exception {
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

    /** One client that sends the next number's request again and again, until all numbers up to the count are taken. */
    static void untilNumber(AtomicInteger numbers, int count, IntFunction<HttpRequest> request) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int number = numbers.getAndIncrement(); number < count; number = numbers.getAndIncrement()) {
                HttpResponse<String> answer = client.send(request.apply(number), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Histogram client(long end, AtomicInteger numbers, IntFunction<HttpRequest> request)
            throws IOException, InterruptedException {
        Histogram micros = new Histogram(HIGHEST_MICROS, 3);
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < end) {
                long begun = System.nanoTime();
                HttpResponse<String> answer =
                        client.send(request.apply(numbers.getAndIncrement()), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                micros.recordValue(Math.min(HIGHEST_MICROS, (System.nanoTime() - begun) / 1000));
            }
        }
        return micros;
    }
}
