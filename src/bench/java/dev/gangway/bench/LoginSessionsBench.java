package dev.gangway.bench;

import dev.gangway.GangwayApplication;
import dev.gangway.account.Accounts;
import dev.gangway.login.OnboardingSync;
import dev.gangway.login.command.SyncSessionOnboarding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/**
 * {@code sync-session-onboarding} over a million login sessions, one third wrong, beside the bare {@code UPDATE … FROM} on an
 * equal, freshly broken copy, in turn; and log-ins a second. Prints tables and writes {@code target/bench/login-sessions.json}.
 * The start of the command's Java is not part of what is measured.
 */
final class LoginSessionsBench {

    private static final int ROUNDS = 5;
    private static final int CLIENTS = 8;
    private static final int ACCOUNTS = 64;
    private static final Path OUTPUT = Path.of("target/bench/login-sessions.out");

    private final Map<String, List<Long>> millis = new TreeMap<>();
    private final ServedProduct product;

    private LoginSessionsBench(ServedProduct product) {
        this.product = product;
    }

    static void run(ServedProduct product) throws Exception {
        Files.createDirectories(OUTPUT.getParent());
        new LoginSessionsBench(product).run();
    }

    private void run() throws Exception {
        double logIns = logIns();
        try (Connection connection = product.connect();
                Statement database = connection.createStatement();
                ConfigurableApplicationContext commands = commands()) {
            database.execute(script("login-sessions-seed.sql"));
            for (int round = 0; round < ROUNDS; round++) {
                round(database, commands);
            }
        }
        report(logIns);
    }

    private void round(Statement database, ConfigurableApplicationContext commands) throws Exception {
        breakCopies(database);
        long wrong = wrong(database);
        time("bare UPDATE … FROM", () -> database.execute(script("login-sessions-bare.sql")));
        require(wrong(database) == 0, "the bare statement mends all");

        breakCopies(database);
        require(wrong(database) == wrong, "equally broken");
        time("dry run", () -> command(commands, "--dry-run"));
        require(output().contains("would update: " + wrong), "the dry run is exact: " + wrong);
        require(wrong(database) == wrong, "the dry run changes nothing");
        database.execute("checkpoint");

        time("run", () -> command(commands));
        require(output().contains("updated: " + wrong), "the run mends all");
        require(wrong(database) == 0, "nothing is wrong afterwards");
        time("second run", () -> command(commands));
        require(output().contains("updated: 0"), "the second run updates 0");
    }

    private static void breakCopies(Statement database) throws SQLException, IOException {
        database.execute(script("login-sessions-break.sql"));
        database.execute("vacuum analyze login_sessions");
        database.execute("checkpoint");
    }

    private static long wrong(Statement database) throws SQLException {
        try (ResultSet count = database.executeQuery("select count(*) from login_session_copies where wrong")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void command(ConfigurableApplicationContext commands, String... arguments) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(OUTPUT, StandardCharsets.UTF_8))) {
            int code = new CommandLine(new SyncSessionOnboarding(
                            commands.getBean(OnboardingSync.class), commands.getBean(Accounts.class)))
                    .setOut(out)
                    .execute(arguments);
            require(code == 0, "exit code 0");
        }
    }

    private static List<String> output() throws IOException {
        try (var lines = Files.lines(OUTPUT)) {
            return lines.filter(line -> line.contains(": ")).toList();
        }
    }

    private ConfigurableApplicationContext commands() {
        return new SpringApplicationBuilder(GangwayApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.main.lazy-initialization=true",
                        "--db-scheduler.enabled=false",
                        "--spring.autoconfigure.exclude=com.vaadin.flow.spring.SpringBootAutoConfiguration,"
                                + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                        "--gangway.database.directory=" + product.databaseDirectory(),
                        "--logging.level.root=WARN");
    }

    private double logIns() throws Exception {
        try (Connection connection = product.connect();
                Statement database = connection.createStatement()) {
            database.execute("""
                    insert into accounts (id, username, password_hash, created_at, updated_at)
                    select 'log_in_' || n, 'log_in_' || n, (select password_hash from accounts where username = 'user'),
                        now(), now()
                    from generate_series(1, %d) n""".formatted(ACCOUNTS));
        }
        Load.of(CLIENTS, Duration.ofSeconds(10), this::logIn);
        return Load.of(CLIENTS, Duration.ofSeconds(20), this::logIn).perSecond();
    }

    private Load.Request logIn(int number) {
        return new Load.Request(
                product.address(""), "POST", "/api/auth/login", "Content-Type: application/json\r\n", """
                {"username": "log_in_%d", "password": "gangway-demo"}""".formatted(
                                number % ACCOUNTS + 1));
    }

    private void time(String what, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        millis.computeIfAbsent(what, key -> new ArrayList<>()).add((System.nanoTime() - start) / 1_000_000);
    }

    private void report(double logIns) throws IOException {
        double bare = median("bare UPDATE … FROM");
        for (String what : millis.keySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f ms | %.2f | %s |%n",
                    what,
                    median(what),
                    median(what) / bare,
                    millis.get(what));
        }
        System.out.printf(Locale.ROOT, "| log-ins | %.0f/s |%n", logIns);
        Files.writeString(
                Path.of("target/bench/login-sessions.json"),
                String.format(
                        Locale.ROOT,
                        "{\"bare_ms\": %.0f, \"run_ms\": %.0f, \"dry_run_ms\": %.0f, \"second_run_ms\": %.0f, \"log_ins_per_second\": %.1f}",
                        bare,
                        median("run"),
                        median("dry run"),
                        median("second run"),
                        logIns));
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
