package dev.gangway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What one person costs: processor time of the server and of the database for each kind of request, and what a walked
 * onboarding leaves in tables, indexes and write-ahead log. {@code -Dbench.people=} says how many walk (2,000).
 */
final class CapacityBench {

    private static final int CLIENTS = 8;
    private static final int LOG_INS = 200;
    private static final int WARM_UP = 400;
    private static final double TICKS_PER_SECOND = 100;

    private final ServedProduct product;
    private final int people = Integer.getInteger("bench.people", 2000);
    private final List<Row> rows = new ArrayList<>();

    private CapacityBench(ServedProduct product) {
        this.product = product;
    }

    static void run(ServedProduct product) throws Exception {
        CapacityBench bench = new CapacityBench(product);
        bench.makeAccounts();
        bench.walk("warm", WARM_UP);
        bench.rows.clear();
        long walBefore = bench.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
        long bytesBefore = bench.number("select pg_database_size('gangway')");
        bench.walk("cold", bench.people);
        long wal = bench.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')") - walBefore;
        long bytes = bench.number("select pg_database_size('gangway')") - bytesBefore;
        bench.measure(
                "log-in",
                Math.min(LOG_INS, bench.people),
                number -> bench.request("/api/auth/login", "")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"username\": \"cold%d\", \"password\": \"gangway-demo\"}".formatted(number)))
                        .build());
        String text = "| request | server, CPU | database, CPU | per second here |\n| --- | --- | --- | --- |\n"
                + String.join("", bench.rows.stream().map(row -> row + "\n").toList())
                + String.format(
                        Locale.ROOT,
                        "%nEach person leaves %,d bytes in tables and indexes, and writes %,d bytes of WAL%n",
                        bytes / bench.people,
                        wal / bench.people);
        System.out.println(text);
        Path results = Files.createDirectories(Path.of("target/bench"));
        Files.writeString(results.resolve("capacity.txt"), text);
        Files.writeString(
                results.resolve("capacity.json"),
                "{\"bytes_per_person\": %d, \"wal_per_person\": %d, \"requests\": %s}"
                        .formatted(
                                bytes / bench.people,
                                wal / bench.people,
                                bench.rows.stream().map(Row::json).toList()));
    }

    /** Everybody does the same at once, kind by kind, so that what was used is that kind's. */
    private void walk(String kind, int count) throws Exception {
        measure("start", count, number -> post(kind, number, "start", "{}"));
        measure("Next, API keys", count, number -> next(kind, number, "api_keys", """
                {"keys": {"openai": "sk-capacity-0123456789abcdef"}}"""));
        measure("Next, website", count, number -> next(kind, number, "website", """
                {"no_website": true, "business_description": "We repair wooden boats on the river",
                 "industry": "Crafts", "target_audience": "Owners of old boats", "brand_values": ["calm", "exact"]}"""));
        measure("draft", count, number -> draft(kind, number, """
                {"research_depth": "Deep", "competitors": ["boats.example"]}"""));
        measure("draft, again", count, number -> draft(kind, number, """
                {"research_depth": "Deep", "competitors": ["boats.example", "ships.example"]}"""));
        measure("Next, research", count, number -> next(kind, number, "research", """
                {"research_depth": "Deep", "content_types": ["Blog Posts", "News"], "competitors": ["boats.example"]}"""));
        measure("Next, persona", count, number -> next(kind, number, "persona", """
                {"core_persona": {"identity": {"persona_name": "The boatwright", "archetype": "Creator",
                 "core_belief": "Wood remembers"}}, "selected_platforms": ["linkedin"]}"""));
        measure("Next, first declaration", count, number -> next(kind, number, "first_declaration", """
                {"declaration": "We keep old boats afloat. Everything else follows."}"""));
        measure("summary", count, number -> get(kind, number, "summary"));
        measure("status", count, number -> get(kind, number, "status"));
        measure("Finish", count, number -> post(kind, number, "complete", "{}"));
    }

    private HttpRequest next(String kind, int number, String step, String data) {
        return request("/api/onboarding/steps/" + step, kind + number)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"data\": " + data + "}"))
                .build();
    }

    private HttpRequest draft(String kind, int number, String data) {
        return request("/api/onboarding/steps/research/draft", kind + number)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"data\": " + data + "}"))
                .build();
    }

    private HttpRequest post(String kind, int number, String path, String body) {
        return request("/api/onboarding/" + path, kind + number)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest get(String kind, int number, String path) {
        return request("/api/onboarding/" + path, kind + number).GET().build();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(product.address(path)).header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private void measure(String what, int count, IntFunction<HttpRequest> request) throws Exception {
        double serverBefore = product.cpuSeconds();
        double databaseBefore = product.databaseCpuSeconds();
        long begun = System.nanoTime();
        AtomicInteger numbers = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = Stream.<Future<?>>generate(
                            () -> threads.submit(() -> untilNumber(numbers, count, request)))
                    .limit(CLIENTS)
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Row row = new Row(
                what,
                (product.cpuSeconds() - serverBefore) * 1000 / count,
                (product.databaseCpuSeconds() - databaseBefore) * 1000 / count,
                count / seconds);
        System.out.println(row);
        rows.add(row);
    }

    /** One client that sends the next number's request again and again, until all numbers up to the count are taken. */
    private static void untilNumber(AtomicInteger numbers, int count, IntFunction<HttpRequest> request) {
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

    private long number(String query) throws Exception {
        try (Connection connection = product.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void makeAccounts() throws Exception {
        try (Connection connection = product.connect()) {
            makeAccounts(connection, "warm", WARM_UP);
            makeAccounts(connection, "cold", people);
        }
    }

    private static void makeAccounts(Connection connection, String kind, int count) throws Exception {
        try (PreparedStatement account = connection.prepareStatement(
                        "insert into accounts (id, username, created_at, updated_at) values (?, ?, now(), now())");
                PreparedStatement role =
                        connection.prepareStatement("insert into account_roles (user_id, role) values (?, 'USER')");
                PreparedStatement login = connection.prepareStatement("""
                        insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                            onboarding_step, created_at, updated_at, last_activity, expires_at)
                        values (?, ?, ?, 'api', true, false, 'api_keys', now(), now(), now(), now() + interval '1 day')""")) {
            for (int number = 0; number < count; number++) {
                String name = kind + number;
                byte[] plain = name.getBytes(StandardCharsets.UTF_8);
                account.setString(1, name);
                account.setString(2, name);
                account.addBatch();
                role.setString(1, name);
                role.addBatch();
                login.setObject(1, UUID.nameUUIDFromBytes(plain));
                login.setString(2, name);
                login.setBytes(3, MessageDigest.getInstance("SHA-256").digest(plain));
                login.addBatch();
            }
            account.executeBatch();
            role.executeBatch();
            login.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    update accounts set password_hash = (select password_hash from accounts where username = 'user')
                    where password_hash is null""");
        }
    }

    /** Seconds of processor time that a process has used, and with its ended children. */
    static double cpuSeconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[11])
                            + Long.parseLong(fields[12])
                            + Long.parseLong(fields[13])
                            + Long.parseLong(fields[14]))
                    / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }

    private record Row(String what, double serverMillis, double databaseMillis, double perSecond) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "| %s | %.2f ms | %.2f ms | %,.0f |", what, serverMillis, databaseMillis, perSecond);
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"what\": \"%s\", \"server_cpu_ms\": %.3f, \"database_cpu_ms\": %.3f, \"per_second\": %.1f}",
                    what,
                    serverMillis,
                    databaseMillis,
                    perSecond);
        }
    }
}
