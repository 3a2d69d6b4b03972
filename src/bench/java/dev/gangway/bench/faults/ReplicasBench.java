package dev.gangway.bench.faults;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two packaged servers behind HAProxy on one PostgreSQL: a replica that dies, an upgrade of one after the other, jobs,
 * pages that follow each other, a database that fails over to its standby, and PgBouncer between.
 *
 * <p>Needs HAProxy, PgBouncer, PostgreSQL ({@code -Dbench.postgres=} names the folder of its programs) and Chromium.
 * {@code -Dbench.old=} is the jar that is upgraded from (the same one); {@code -Dbench.only=} names the parts to try, of
 * {@code upgrade}, {@code kill}, {@code live}, {@code jobs}, {@code failover}, {@code failover-async},
 * {@code failover-pooler} and {@code pooler};
 * {@code -Dbench.times=} says how often (5).
 */
public final class ReplicasBench implements AutoCloseable {

    private static final Path RESULTS = Path.of("target/bench");
    private static final int PEOPLE = 12;
    private static final int PAGES = 20;
    private static final String FOLLOWING =
            "a Next on one replica shown in a grid on the other, ms: median, p95, longest";
    private static final String KEYS = "--gangway.encryption.keys=try:"
            + Base64.getEncoder().encodeToString("01234567890123456789012345678901".getBytes(StandardCharsets.UTF_8));

    /** A pooler goes on telling what a standby that answers told it first, so that nobody would find the promoted one. */
    private static final String SILENT_STANDBY = "hot_standby = off\n";

    private final Path folder = Files.createTempDirectory("gangway-replicas");
    private final int times = Integer.getInteger("bench.times", 5);
    private final List<String> old;
    private final List<String> current;
    private final List<MortalServer> replicas;
    private final Balancer balancer;
    private final Surfer surfer;
    private final FaultReport report = new FaultReport();
    private final Map<String, Object> findings = new LinkedHashMap<>();
    private Postgres primary;
    private int spare = MortalServer.freePort();
    private final List<Postgres> databases = new ArrayList<>();
    private Crowd crowd;
    private boolean isDone;

    private ReplicasBench(Path jar) throws IOException, InterruptedException, SQLException {
        current = java(jar);
        old = java(Path.of(System.getProperty("bench.old", jar.toString())));
        replicas = List.of(
                MortalServer.replica(old, folder.resolve("replica-one")),
                MortalServer.replica(old, folder.resolve("replica-two")));
        balancer = Balancer.before(replicas, folder);
        primary = Postgres.create(folder.resolve("one"));
        databases.add(primary);
        serve(url(primary.port()), "");
        try (Connection connection = primary.connect("gangway")) {
            String wizard = Cast.wizard(connection, replicas.getFirst()::address);
            Cast.makeAccounts(connection, PEOPLE);
            crowd = Crowd.of(PEOPLE, folder.resolve("ledger.jsonl"), wizard, 1);
        }
        crowd.goTo(balancer::address);
        surfer = new Surfer(); // last: its threads would keep alive what failed to begin
    }

    /** Tries everything, and fails where something that was answered is not there. */
    public static void run() throws Exception {
        Path jar = Path.of(System.getProperty("bench.jar", "target/gangway.jar"));
        String only = System.getProperty(
                "bench.only", "upgrade,kill,live,jobs,failover,failover-async,failover-pooler,pooler");
        try (ReplicasBench bench = new ReplicasBench(jar)) {
            for (String part : only.split(",", -1)) {
                bench.part(part);
            }
            bench.write();
            bench.isDone = true;
            if (!bench.report.wrong().stream().allMatch(words -> words.startsWith("failover-async"))) {
                throw new IllegalStateException("Something was lost, half or twice");
            }
        }
    }

    private void part(String part) throws Exception {
        switch (part) {
            case "kill" -> killReplicas();
            case "upgrade" -> upgrade();
            case "live" -> followEachOther();
            case "jobs" -> runJobs();
            case "failover" -> failOver(part, true, primary.port(), spare, "", "");
            case "failover-async" -> failOver(part, false, primary.port(), spare, "", "");
            case "failover-pooler" -> failOverThroughPoolers();
            case "pooler" -> walkThroughPooler();
            default -> throw new IllegalArgumentException(part);
        }
        System.out.println(part + ": " + findings);
    }

    /** A person at a page of the replica that dies reloads and is where they were; others walk on meanwhile. */
    private void killReplicas() throws Exception {
        Page page = surfer.logIn(balancer::address, "user");
        Surfer.sees(page, "API keys");
        page.getByLabel("OpenAI API key").fill("sk-replicas-0123456789abcdef");
        click(page, "Next");
        Surfer.sees(page, "Website");
        List<Long> reloads = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            MortalServer dying = servedBy(page);
            crowd.walk(true);
            TimeUnit.SECONDS.sleep(2);
            long begun = System.nanoTime();
            MortalServer.signal("KILL", List.of(dying.application()));
            dying.application().onExit().join();
            page.reload();
            Surfer.sees(page, "Website");
            reloads.add(millisSince(begun));
            TimeUnit.SECONDS.sleep(2);
            crowd.rest();
            add(compared("kill-replica", millisSince(begun)));
            dying.start();
            dying.awaitReady();
            TimeUnit.SECONDS.sleep(5);
        }
        findings.put("reload after the replica of a page died, ms", reloads);
        page.context().close();
    }

    private MortalServer servedBy(Page page) {
        return page.context().cookies().stream()
                        .anyMatch(cookie -> cookie.name.endsWith("GANGWAY_REPLICA") && cookie.value.equals("one"))
                ? replicas.getFirst()
                : replicas.getLast();
    }

    /** One replica after the other is stopped as operators do and started with the other jar. */
    private void upgrade() throws Exception {
        List<Long> unanswered = new ArrayList<>();
        Page page = surfer.logIn(balancer::address, "user2");
        Surfer.sees(page, "API keys");
        for (int time = 0; time < times / 2 * 2 + 1; time++) {
            List<String> next = time % 2 == 0 ? current : old;
            crowd.walk(true);
            TimeUnit.SECONDS.sleep(2);
            long begun = System.nanoTime();
            for (MortalServer replica : replicas) {
                replica.stop();
                replica.upgrade(next);
                replica.start();
                replica.awaitReady();
                // As long as the balancer takes to believe it.
                TimeUnit.SECONDS.sleep(6);
            }
            crowd.rest();
            Struck struck = compared("rolling-upgrade", millisSince(begun));
            add(struck);
            unanswered.add(struck.unanswered());
            page.reload();
            Surfer.sees(page, "API keys");
        }
        findings.put("requests that failed in each upgrade", unanswered);
        page.context().close();
    }

    /** How long after a Next at one replica the grid of an administrator at the other one shows it. */
    private void followEachOther() throws Exception {
        crowd.walk(true);
        TimeUnit.SECONDS.sleep(1);
        crowd.rest();
        Page page = surfer.logIn(replicas.getLast()::address, "admin");
        page.navigate(replicas.getLast()
                .address("/admin/sessions?sort=account&q=live-follower")
                .toString());
        Surfer.sees(page, "All sessions");
        List<Long> millis = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient();
                Connection connection = primary.connect("gangway")) {
            Cast.makeAccount(connection, "live-follower", "live-token");
            next(http, "start", "POST", "{}");
            page.reload();
            page.locator("vaadin-grid").getByText("live-follower").waitFor();
            List<String> bodies = List.of(
                    "{\"data\": {\"keys\": {\"openai\": \"sk-replicas-0123456789abcdef\"}}}",
                    "{\"data\": {\"no_website\": true, \"business_description\": \"We follow each other\"}}",
                    "{\"data\": {\"content_types\": [\"Blog Posts\"]}}");
            List<String> steps = List.of("api_keys", "website", "research");
            List<String> shown = List.of("17 %", "33 %", "50 %");
            for (int round = 0; round < PAGES; round++) {
                for (int step = 0; step < steps.size(); step++) {
                    long begun = System.nanoTime();
                    next(http, "steps/" + steps.get(step), "PUT", bodies.get(step));
                    page.locator("vaadin-grid")
                            .getByText(shown.get(step))
                            .first()
                            .waitFor();
                    millis.add(millisSince(begun));
                }
                next(http, "", "DELETE", "");
                next(http, "start", "POST", "{}");
                page.reload();
                page.locator("vaadin-grid").getByText("live-follower").waitFor();
            }
        }
        Collections.sort(millis);
        findings.put(
                FOLLOWING,
                List.of(millis.get(millis.size() / 2), millis.get(millis.size() * 95 / 100), millis.getLast()));
        page.context().close();
    }

    private void next(HttpClient http, String path, String method, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        replicas.getFirst().address(path.isEmpty() ? "/api/onboarding" : "/api/onboarding/" + path))
                .header("Authorization", "Bearer live-token")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Every job that the clock starts is due at once; how often each was taken, and by whom, is written by a trigger. */
    private void runJobs() throws Exception {
        try (Connection connection = primary.connect("gangway");
                Statement statement = connection.createStatement()) {
            statement.execute("create table taken (task_name text, taken_by text)");
            statement.execute("""
                    create function note_taken() returns trigger language plpgsql as
                    $$begin insert into taken values (new.task_name, new.picked_by); return new; end$$""");
            statement.execute("""
                    create trigger note_taken after update on scheduled_tasks for each row
                    when (new.picked and not old.picked) execute function note_taken()""");
            statement.execute("""
                    update scheduled_tasks set execution_time = now()
                    where task_instance = 'recurring' and execution_time > now() + interval '1 minute'""");
            TimeUnit.SECONDS.sleep(20);
            Map<String, String> taken = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery("""
                    select task_name, count(*), count(distinct taken_by) from taken
                    where task_name not in ('wizard-statistics-fold', 'training-waitlist')
                    group by task_name order by task_name""")) {
                while (row.next()) {
                    taken.put(row.getString(1), row.getString(2));
                }
            }
            findings.put("how often each job was run by one of two replicas when it was due once", taken);
            statement.execute("drop trigger note_taken on scheduled_tasks");
            statement.execute("drop function note_taken");
            statement.execute("drop table taken");
        }
    }

    /** The primary dies with all its processes while people walk, its standby takes over, and a new standby follows that. */
    private void failOver(
            String name, boolean synchronous, int reached, int alsoReached, String more, String standbySettings)
            throws IOException, InterruptedException, SQLException {
        serve(
                url(reached, alsoReached) + "?targetServerType=primary" + more,
                url(primary.port(), spare) + "?targetServerType=primary");
        for (int time = 0; time < times; time++) {
            Postgres standby = primary.standby(folder.resolve(name + time), "standby", spare, standbySettings);
            databases.add(standby);
            primary.write(
                    "postgresql.conf", "synchronous_standby_names = '%s'\n".formatted(synchronous ? "standby" : ""));
            primary.reload();
            crowd.walk(false);
            TimeUnit.MILLISECONDS.sleep(2000 + 300L * time);
            long begun = System.nanoTime();
            primary.kill();
            standby.write("postgresql.conf", "synchronous_standby_names = ''\n");
            standby.reload();
            standby.promote();
            spare = primary.port();
            primary = standby;
            crowd.rest();
            for (MortalServer replica : replicas) {
                replica.awaitReady();
            }
            add(compared(name, millisSince(begun)));
        }
    }

    /** The same with PgBouncer before each of the two databases, and the standby set as in {@code deploy/failover}. */
    private void failOverThroughPoolers() throws IOException, InterruptedException, SQLException {
        try (Pooler one = Pooler.before(primary.port(), folder);
                Pooler two = Pooler.before(spare, folder)) {
            failOver("failover-pooler", true, one.port(), two.port(), "&prepareThreshold=0", SILENT_STANDBY);
        } finally {
            serve(url(primary.port()), "");
        }
    }

    /** People walk through PgBouncer in transaction mode, and pages follow each other over a connection past it. */
    private void walkThroughPooler() throws Exception {
        Object direct = findings.getOrDefault(FOLLOWING, "not tried");
        try (Pooler pooler = Pooler.before(primary.port(), folder)) {
            serve(url(pooler.port()) + "?prepareThreshold=0", url(primary.port()));
            crowd.walk(false);
            TimeUnit.SECONDS.sleep(20);
            crowd.rest();
            add(compared("pgbouncer", 0));
            followEachOther();
            findings.put(FOLLOWING + ", through PgBouncer", findings.getOrDefault(FOLLOWING, ""));
            findings.put(FOLLOWING, direct);
            runJobs();
            findings.put("connections to the database of the 20 that two replicas hold to PgBouncer", connections());
        } finally {
            serve(url(primary.port()), "");
        }
    }

    private int connections() throws SQLException {
        try (Connection connection = primary.connect("gangway");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name = 'gangway'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Both replicas anew on a database. */
    private void serve(String url, String live) throws IOException, InterruptedException {
        for (MortalServer replica : replicas) {
            replica.stop();
            List<String> options = new ArrayList<>(List.of(
                    "--gangway.demo=true",
                    KEYS,
                    "--gangway.shutdown.drain=6s",
                    "--spring.datasource.url=" + url,
                    "--spring.datasource.username=" + Postgres.USER,
                    "--spring.datasource.password=" + Postgres.PASSWORD));
            if (!live.isEmpty()) {
                options.add("--gangway.live.url=" + live);
            }
            replica.set(options, Map.of());
            replica.start();
            replica.awaitReady();
        }
        TimeUnit.SECONDS.sleep(5);
    }

    private static String url(int... ports) {
        StringBuilder hosts = new StringBuilder();
        for (int port : ports) {
            hosts.append(hosts.isEmpty() ? "" : ",").append("127.0.0.1:").append(port);
        }
        return "jdbc:postgresql://" + hosts + "/gangway";
    }

    private Struck compared(String what, long millis) throws SQLException, InterruptedException {
        try (Connection connection = primary.connect("gangway")) {
            return crowd.compared(what, millis, connection);
        }
    }

    private void add(Struck struck) {
        report.add(struck);
        System.out.println(struck);
    }

    private static void click(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static List<String> java(Path jar) {
        return Stream.concat(
                        MortalServer.quickJava().stream(),
                        Stream.of("-jar", jar.toAbsolutePath().toString()))
                .toList();
    }

    private void write() throws IOException {
        Files.createDirectories(RESULTS);
        StringBuilder text = new StringBuilder(report.toString());
        findings.forEach((what, found) -> text.append(String.format(Locale.ROOT, "%s: %s%n", what, found)));
        Files.writeString(RESULTS.resolve("replicas.txt"), text);
        Files.writeString(
                RESULTS.resolve("replicas.json"),
                JsonMapper.builder().build().writeValueAsString(Map.of("faults", report.rows(), "findings", findings)));
        System.out.println(text);
    }

    @Override
    public void close() throws IOException {
        surfer.close();
        crowd.close();
        balancer.close();
        replicas.forEach(MortalServer::close);
        for (Postgres database : databases) {
            database.close();
        }
        if (!isDone) {
            System.out.println("What went wrong may be seen in " + folder);
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Collections.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
