package dev.gangway.bench;

import dev.gangway.training.SyncOutcome;
import dev.gangway.training.SyncProgress;
import dev.gangway.training.SyncReport;
import dev.gangway.training.TutoringSync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The synchronisation of a million tutoring sessions beside the bare {@code INSERT … SELECT … ON CONFLICT} over the same sources, in
 * turn, with what cannot be synced among them; once more; after a drift; and session by session on a sample. Prints a table and
 * writes {@code target/bench/tutoring-sync.json}.
 */
final class TutoringSyncBench {

    private static final int ROUNDS = 3;
    private static final long ROWS = 1_000_000;
    /** Purchases: 100 each without coordinates, profile, trainer or lessons; the first three have 20 lessons of two students. */
    private static final long WRONG_ROWS = 3 * 100 * 20 * 2 + 100;

    private static final int SAMPLE = 2_000;

    private final Map<String, List<Long>> millis = new TreeMap<>();
    private final Statement database;
    private final TutoringSync sync;

    private TutoringSyncBench(Statement database, TutoringSync sync) {
        this.database = database;
        this.sync = sync;
    }

    static void run(ServedProduct product) throws Exception {
        try (Connection connection = product.connect();
                Statement database = connection.createStatement();
                ConfigurableApplicationContext context = ProductServices.of(product)) {
            database.execute(script("tutoring-sync-seed.sql"));
            new TutoringSyncBench(database, context.getBean(TutoringSync.class)).run();
        }
    }

    private void run() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            forget();
            time("bare INSERT … SELECT … ON CONFLICT", () -> database.execute(script("tutoring-sync-bare.sql")));
            require(rows() == ROWS, "the bare statements make a million rows");

            forget();
            SyncReport[] report = new SyncReport[1];
            time("sync of everything", () -> report[0] = sync.all(null, SyncProgress.NONE));
            require(report[0].created() == ROWS && report[0].updated() == 0, "the sync makes a million rows");
            require(report[0].errors() == WRONG_ROWS, "what is wrong is counted: " + report[0].errors());
            require(report[0].problems().size() >= 1000, "and named");
            require(rows() == ROWS, "there are a million rows");

            settle();
            time("again", () -> report[0] = sync.all(null, SyncProgress.NONE));
            require(report[0].created() == 0 && report[0].updated() == 0, "nothing is left to do");
            drift();
        }
        double perSecond = oneByOne();
        report(perSecond);
    }

    /** A third of the lessons is an hour later, and half of their copies have begun, ended or were called off. */
    private void drift() throws Exception {
        database.execute("""
                update tutoring_sessions set status = (array['in_progress', 'completed', 'cancelled', 'scheduled'])[1 + n % 4]
                from (select id as wanted, row_number() over () as n from tutoring_sessions) numbered where id = wanted
                """);
        database.execute("""
                update purchase_sessions set duration_minutes = duration_minutes - 5, version = version + 1
                where session_number % 3 = 0
                """);
        long before = statuses();
        settle();
        SyncReport[] report = new SyncReport[1];
        time("after a drift of 300,000 rows", () -> report[0] = sync.all(null, SyncProgress.NONE));
        require(
                report[0].created() == 0 && report[0].updated() == ROWS * 6 / 20,
                "drifted rows are mended: " + report[0]);
        require(statuses() == before, "statuses survive");
    }

    private long statuses() throws SQLException {
        return number("select sum(hashtextextended(id || status, 0) % 1000000007) from tutoring_sessions");
    }

    private double oneByOne() throws Exception {
        forget();
        List<UUID> lessons = new ArrayList<>();
        try (ResultSet found =
                database.executeQuery("select id from purchase_sessions order by md5(id::text) limit " + SAMPLE)) {
            while (found.next()) {
                lessons.add(found.getObject(1, UUID.class));
            }
        }
        long start = System.nanoTime();
        for (UUID lesson : lessons) {
            if (sync.lesson(lesson, null) instanceof SyncOutcome.Unknown) {
                throw new IllegalStateException("No such lesson: " + lesson);
            }
        }
        return rows() / ((System.nanoTime() - start) / 1e9);
    }

    private void forget() throws SQLException {
        database.execute("truncate tutoring_sessions, trainer_allocations");
        settle();
    }

    private void settle() throws SQLException {
        database.execute("vacuum analyze tutoring_sessions, trainer_allocations, purchase_sessions, course_purchases");
        database.execute("checkpoint");
    }

    private long rows() throws SQLException {
        return number("select count(*) from tutoring_sessions");
    }

    private long number(String query) throws SQLException {
        try (ResultSet found = database.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }

    private void time(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        long taken = (System.nanoTime() - start) / 1_000_000;
        millis.computeIfAbsent(what, key -> new ArrayList<>()).add(taken);
        System.out.printf(Locale.ROOT, "%s: %,d ms%n", what, taken); // long runs are watched
    }

    private void report(double oneByOne) throws IOException {
        double bare = median("bare INSERT … SELECT … ON CONFLICT");
        double whole = median("sync of everything");
        StringBuilder json = new StringBuilder("{");
        System.out.println("| what | time | ÷ bare | each |");
        System.out.println("| --- | --- | --- | --- |");
        for (String what : millis.keySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f ms | %.2f | %s |%n",
                    what,
                    median(what),
                    median(what) / bare,
                    millis.get(what));
            json.append(String.format(Locale.ROOT, "\"%s\": %.0f, ", what, median(what)));
        }
        double sets = ROWS / whole * 1000;
        System.out.printf(
                Locale.ROOT,
                "%,.0f rows/s; session by session %,.0f rows/s on %,d lessons; %.1f times%n",
                sets,
                oneByOne,
                SAMPLE,
                sets / oneByOne);
        Path file = Path.of("target/bench/tutoring-sync.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                json.append(String.format(
                        Locale.ROOT, "\"rows_per_second\": %.0f, \"one_by_one\": %.0f}%n", sets, oneByOne)));
    }

    private double median(String what) {
        List<Long> sorted =
                millis.getOrDefault(what, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String script(String name) throws IOException {
        return Files.readString(Path.of("src/bench/sql", name));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Does not hold: " + what);
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
