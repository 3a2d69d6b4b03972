package dev.gangway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * Next and summary through REST beside pgbench on the same statements, in turn on the same database, which is durable.
 * Prints a table and writes it as JSON to {@code target/bench/onboarding.json}.
 */
final class OnboardingBench {

    static final int ACCOUNTS = 64;

    private final ServedProduct product;

    OnboardingBench(ServedProduct product) {
        this.product = product;
    }

    static void run(ServedProduct product) throws Exception {
        OnboardingBench bench = new OnboardingBench(product);
        bench.seed();
        Beside.write(
                "onboarding",
                List.of(
                        Beside.measure(product, "Next", Path.of("src/bench/sql/next.sql"), bench::next),
                        Beside.measure(product, "summary", Path.of("src/bench/sql/summary.sql"), bench::summary)));
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

    static String headers(int number) {
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
                logIn(connection, number, "bench_" + number);
            }
            walkToStepFour();
            statement.execute("""
                    create table bench_runs as
                    select substr(user_id, 7)::integer as number, id from wizard_sessions where user_id like 'bench%'""");
            statement.execute("alter table bench_runs add primary key (number)");
            statement.execute("analyze");
        }
    }

    /** Makes a login session of an account, whose token is {@code bench-token-} and the number. */
    static void logIn(Connection connection, int number, String account) throws SQLException, NoSuchAlgorithmException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into login_sessions (id, user_id, token_hash, kind, needs_onboarding, onboarding_completed,
                    onboarding_step, created_at, updated_at, last_activity, expires_at)
                values (?, ?, ?, 'api', true, false, 'api_keys', now(), now(), now(), now() + interval '1 day')""")) {
            insert.setObject(1, UUID.nameUUIDFromBytes(new byte[] {(byte) number}));
            insert.setString(2, account);
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
}
