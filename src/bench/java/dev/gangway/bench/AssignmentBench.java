package dev.gangway.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.gangway.account.Accounts;
import dev.gangway.base.UserId;
import dev.gangway.training.AssignmentOutcome;
import dev.gangway.training.AssignmentResult;
import dev.gangway.training.Assignments;
import dev.gangway.training.BookingRequest;
import dev.gangway.training.BookingRequest.SentStudent;
import dev.gangway.training.WhatIfOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Assignments among 100,000 trainers, one after the other and eight at once, each with its purchase, lessons and tutoring sessions
 * committed; and what-ifs. Prints a table and writes {@code target/bench/assignment.json}.
 */
final class AssignmentBench {

    private static final int STUDENTS = 10_000;
    /** So many twice for each kind, until the compiler has nothing left to do: a server in use has done these long ago. */
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 750);

    private static final String ONLY = System.getProperty("bench.only", "");
    private static final int TIMES = Integer.getInteger("bench.times", 800);
    private static final int RANDOM_STUDENTS = Integer.getInteger("bench.students", 10_000);
    private static final int AT_ONCE = 8;
    private static final int WEEKS = 30;
    private static final long SLOWEST_MICROS = TimeUnit.MINUTES.toMicros(1);

    private final Map<String, Histogram> times = new LinkedHashMap<>();
    private final Random random = new Random(7);
    private final AtomicInteger bookings = new AtomicInteger();
    private final Assignments assignments;
    private final HikariDataSource connections;
    private final UserId admin;

    /** What is asked for: where, in which class, online or not. */
    private record Kind(String name, boolean wide, String classType, String lessonType) {}

    private AssignmentBench(Assignments assignments, HikariDataSource connections, UserId admin) {
        this.assignments = assignments;
        this.connections = connections;
        this.admin = admin;
    }

    static void run(ServedProduct product) throws Exception {
        try (Connection connection = product.connect();
                Statement database = connection.createStatement();
                ConfigurableApplicationContext context = ProductServices.of(product)) {
            database.execute(Files.readString(Path.of("src/bench/sql/assignment-seed.sql")));
            database.execute("vacuum analyze");
            database.execute("checkpoint");
            UserId admin = context.getBean(Accounts.class)
                    .findByName("admin")
                    .orElseThrow()
                    .id();
            HikariDataSource connections = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
            AssignmentBench bench = new AssignmentBench(context.getBean(Assignments.class), connections, admin);
            bench.measure();
            bench.report();
        }
    }

    /** All kinds once before any of them is measured, so that the first of them does not pay for what the compiler still has to do. */
    private void measure() throws Exception {
        List<Kind> kinds = Stream.of(false, true)
                .flatMap(AssignmentBench::kinds)
                .filter(kind -> kind.name().contains(ONLY))
                .toList();
        kinds.forEach(this::warmUp);
        // As a server does each half hour: the plans are those of tables with something in them.
        connections.getHikariPoolMXBean().softEvictConnections();
        for (int i = 0; i < RANDOM_STUDENTS; i++) {
            BookingRequest booking = booking(kinds.get(random.nextInt(kinds.size())));
            time("assign random students, all kinds mixed", () -> assign(booking));
        }
        for (Kind kind : kinds) {
            warmUp(kind);
            for (int i = 0; i < TIMES; i++) {
                BookingRequest booking = booking(kind);
                time("assign " + kind.name(), () -> assign(booking));
            }
            atOnce(kind);
            for (int i = 0; i < TIMES; i++) {
                BookingRequest booking = booking(kind);
                time("what if " + kind.name(), () -> assignments.whatIf(booking, 2) instanceof WhatIfOutcome.Imagined);
            }
        }
    }

    private static Stream<Kind> kinds(boolean wide) {
        String zone = wide ? ", zone of 50,000 trainers" : ", zones of 2,000 trainers";
        return Stream.of(
                new Kind("offline" + zone, wide, "ONE_ON_ONE", "OFFLINE"),
                new Kind("online" + zone, wide, "ONE_ON_ONE", "ONLINE"),
                new Kind("hybrid" + zone, wide, "HYBRID", "OFFLINE"),
                new Kind("three students" + zone, wide, "ONE_ON_THREE", "OFFLINE"));
    }

    private void warmUp(Kind kind) {
        for (int i = 0; i < WARM_UP; i++) {
            assign(booking(kind));
        }
    }

    private void atOnce(Kind kind) throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            BookingRequest booking = booking(kind);
            work.add(() -> time(AT_ONCE + " at once, " + kind.name(), () -> assign(booking)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                each.get();
            }
        }
    }

    private boolean assign(BookingRequest booking) {
        if (assignments.assign(admin, booking) instanceof AssignmentOutcome.Decided decided
                && decided.result() == AssignmentResult.ASSIGNED) {
            return true;
        }
        throw new IllegalStateException("Not assigned: " + booking);
    }

    private synchronized BookingRequest booking(Kind kind) {
        int number = bookings.incrementAndGet();
        int zone = random.nextInt(25);
        double latitude =
                (kind.wide() ? -60 : -30 + zone / 5 * 2) + (random.nextDouble() - 0.5) * (kind.wide() ? 2 : 0.2);
        double longitude =
                (kind.wide() ? -120 : -150 + zone % 5 * 2) + (random.nextDouble() - 0.5) * (kind.wide() ? 2 : 0.2);
        List<SentStudent> students = new ArrayList<>();
        for (int i = 0; i < ("ONE_ON_THREE".equals(kind.classType()) ? 3 : 1); i++) {
            students.add(new SentStudent("bench_student_" + (number * 3 + i) % STUDENTS, null, null));
        }
        return new BookingRequest(
                "bench_" + number,
                "bench",
                kind.classType(),
                "HYBRID".equals(kind.classType()) ? 30 : 20,
                "WEEKDAY_DAILY",
                kind.lessonType(),
                java.time.LocalDate.of(2028, 1, 3)
                        .plusDays(random.nextInt(7 * WEEKS))
                        .toString(),
                String.format(Locale.ROOT, "%02d:%02d", 9 + random.nextInt(11), random.nextInt(4) * 15),
                latitude,
                longitude,
                students);
    }

    private boolean time(String what, Callable<Boolean> work) throws Exception {
        long start = System.nanoTime();
        boolean done = work.call();
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
        synchronized (times) {
            times.computeIfAbsent(what, key -> new ConcurrentHistogram(SLOWEST_MICROS, 3))
                    .recordValue(Math.min(micros, SLOWEST_MICROS));
        }
        return done;
    }

    private void report() throws IOException {
        StringBuilder json = new StringBuilder("{");
        System.out.println("| what | times | mean | p50 | p99 | slowest |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        times.forEach((what, histogram) -> {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                    what,
                    histogram.getTotalCount(),
                    histogram.getMean() / 1000.0,
                    histogram.getValueAtPercentile(50) / 1000.0,
                    histogram.getValueAtPercentile(99) / 1000.0,
                    histogram.getMaxValue() / 1000.0);
            json.append(String.format(
                    Locale.ROOT,
                    "%s\"%s\": {\"mean_ms\": %.2f, \"p50_ms\": %.2f, \"p99_ms\": %.2f}",
                    json.length() > 1 ? ", " : "",
                    what,
                    histogram.getMean() / 1000.0,
                    histogram.getValueAtPercentile(50) / 1000.0,
                    histogram.getValueAtPercentile(99) / 1000.0));
        });
        Path file = Path.of("target/bench/assignment.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.append("}\n"));
    }
}
