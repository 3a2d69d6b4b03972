package dev.gangway.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/**
 * Fifty of the caller's million wizard sessions through REST, from the newest and after 900,000, beside pgbench on the same
 * statements. Prints a table and writes it as JSON to {@code target/bench/session-list.json}.
 */
final class SessionListBench {

    private static final Path SEED = Path.of("src/bench/sql/session-list-seed.sql");
    private static final Path STATEMENTS = Path.of("src/bench/sql/session-list.sql");
    private static final int LOGIN_SESSIONS = 64;

    private final ServedProduct product;

    private SessionListBench(ServedProduct product) {
        this.product = product;
    }

    static void run(ServedProduct product) throws Exception {
        SessionListBench bench = new SessionListBench(product);
        String deep = bench.seed();
        Beside.write(
                "session-list",
                List.of(
                        bench.measure("the newest 50 of 1,000,000", "", ""),
                        bench.measure("50 after 900,000", "&cursor=" + deep, " and ws.id < '%s'".formatted(deep))));
    }

    private Beside measure(String what, String cursor, String where) throws Exception {
        Path script = Files.createTempFile("session-list", ".sql");
        try {
            Files.writeString(
                    script, Files.readString(STATEMENTS, StandardCharsets.UTF_8).replace("/* cursor */", where));
            return Beside.measure(
                    product,
                    what,
                    script,
                    number -> new Load.Request(
                            product.address(""),
                            "GET",
                            "/api/v1/sessions?limit=50" + cursor,
                            OnboardingBench.headers(number),
                            ""));
        } finally {
            Files.delete(script);
        }
    }

    /** One account with a million wizard sessions, logged in on so many devices; answers the id of the 900,000th newest. */
    private String seed() throws Exception {
        try (Connection connection = product.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SEED, StandardCharsets.UTF_8));
            for (int number = 1; number <= LOGIN_SESSIONS; number++) {
                OnboardingBench.logIn(connection, number, "bench_list");
            }
            statement.execute("vacuum analyze");
            try (ResultSet row = statement.executeQuery(
                    "select id from wizard_sessions where user_id = 'bench_list' order by id desc offset 899999 limit 1")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
