package dev.gangway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Next and summary through REST beside pgbench on the same statements, in turn on the same database, which is durable.
 * Prints a table and writes it as JSON to {@code target/bench/onboarding.json}.
 */
final class OnboardingBench {

    static final int ACCOUNTS = 64;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 30));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 8));

    private final ServedProduct product;

    OnboardingBench(ServedProduct product) {
        this.product = product;
    }

    static void run(ServedProduct product) throws Exception {
        OnboardingBench bench = new OnboardingBench(product);
        bench.seed();
        List<Row> rows = List.of(bench.measure("Next", bench::next), bench.measure("summary", bench::summary));
        rows.forEach(System.out::println);
        Path json = Path.of("target/bench/onboarding.json");
        Files.createDirectories(json.getParent());
        Files.writeString(json, rows.stream().map(Row::json).toList().toString());
    }

    private Row measure(String what, IntFunction<Load.Request> request) throws Exception {
        Path script = Path.of("src/bench/sql", what.toLowerCase(Locale.ROOT) + ".sql");
        Load.of(CLIENTS, WARM_UP, request);
        PgBench.run(product, script, CLIENTS, Duration.ofSeconds(2));
        List<Load.Result> rest = new ArrayList<>();
        List<Double> pgbench = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rest.add(Load.of(CLIENTS, ROUND, request));
            pgbench.add(PgBench.run(product, script, CLIENTS, ROUND));
        }
        return new Row(
                what,
                median(rest, Load.Result::perSecond),
                median(rest, Load.Result::p50),
                median(rest, Load.Result::p99),
                median(pgbench, value -> value));
    }

    /** Step 3 once more, of each account in turn. */
    Load.Request next(int number) {
        String depth = number / ACCOUNTS % 2 == 0 ? "Basic" : "Deep";
        return put(
                number,
                "research",
                "{\"research_depth\": \"%s\", \"content_types\": [\"Blog Posts\"]}".formatted(depth));
    }

    private Load.Request summary(int number) {
        return new Load.Request(product.address(""), "GET", "/api/onboarding/summary", headers(number), "");
    }

    private Load.Request put(int number, String step, String data) {
        return new Load.Request(
                product.address(""),
                "PUT",
                "/api/onboarding/steps/" + step,
                headers(number),
                "{\"data\": " + data + "}");
    }

    private static String headers(int number) {
        return "Authorization: Bearer bench-token-" + (number % ACCOUNTS + 1)
                + "\r\nContent-Type: application/json\r\n";
    }

    /** Makes the accounts, each at step 4, and what the statements for pgbench need. */
    void seed() throws Exception {
        try (Connection connection = product.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into accounts (id, username, created_at, updated_at)
                    select 'bench_' || n, 'bench_' || n, now(), now() from generate_series(1, %d) n""".formatted(ACCOUNTS));
            statement.execute("""
                    insert into account_roles (user_id, role)
                    select 'bench_' || n, 'USER' from generate_series(1, %d) n""".formatted(ACCOUNTS));
            for (int number = 1; number <= ACCOUNTS; number++) {
                logIn(connection, number);
            }
            walkToStepFour();
            statement.execute("""
                    create table bench_runs as
                    select substr(user_id, 7)::integer as number, id from wizard_sessions where user_id like 'bench%'""");
            statement.execute("alter table bench_runs add primary key (number)");
            statement.execute("analyze");
        }
    }

    private static void logIn(Connection connection, int number) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                    onboarding_step, created_at, updated_at, last_activity, expires_at)
                values (?, 'bench_' || ?, ?, 'api', true, false, 'api_keys', now(), now(), now(), now() + interval '1 day')""")) {
            insert.setObject(1, UUID.nameUUIDFromBytes(new byte[] {(byte) number}));
            insert.setInt(2, number);
            insert.setBytes(
                    3,
                    MessageDigest.getInstance("SHA-256")
                            .digest(("bench-token-" + number).getBytes(StandardCharsets.UTF_8)));
            insert.executeUpdate();
        }
    }

    private void walkToStepFour() throws Exception {
        for (int number = 0; number < ACCOUNTS; number++) {
            Load.once(put(number, "api_keys", "{\"keys\": {\"openai\": \"sk-bench-0123456789abcdef\"}}"));
            Load.once(put(number, "website", "{\"no_website\": true, \"business_description\": \"Benchmarks\"}"));
            Load.once(put(number, "research", "{\"content_types\": [\"Blog Posts\"]}"));
        }
    }

    private static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
        return values.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private record Row(String what, double perSecond, double p50, double p99, double pgbench) {

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

        String json() {
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
}
