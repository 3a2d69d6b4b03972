package dev.gangway.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.GangwayApplication;
import dev.gangway.TestDatabase;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.base.security.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server as {@code deploy/tls.yml} runs it: with the certificates of {@code deploy/certificates.sh} towards database and
 * balancer, with the accounts of {@code deploy/database-accounts.sql} and the rules of {@code deploy/pg_hba.conf}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HardenedTest {

    private static final String PASSWORD = "quince ladder motet 41";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DEPLOY = Path.of("deploy").toAbsolutePath();

    private Path folder;
    private final SecurityContextHolderStrategy before = SecurityContextHolder.getContextHolderStrategy();
    private Programs programs;
    private Path data;
    private int port;
    private ConfigurableApplicationContext server;

    @BeforeAll
    void startDatabaseAndServer(@TempDir Path temporary) throws Exception {
        folder = temporary;
        assumeTrue(isThere("openssl"), "openssl makes the certificates");
        makeCertificates();
        startDatabase();
        migrate();
        server = new SpringApplicationBuilder(GangwayApplication.class)
                .run(
                        "--server.port=0",
                        "--server.ssl.certificate=" + certificate("replica.crt"),
                        "--server.ssl.certificate-private-key=" + certificate("replica.key"),
                        "--server.ssl.trust-certificate=" + certificate("ca.crt"),
                        "--server.ssl.client-auth=need",
                        "--gangway.transport.tls-required=true",
                        "--gangway.encryption.keys=1:" + Base64.getEncoder().encodeToString(new byte[32]),
                        "--spring.flyway.enabled=false",
                        "--spring.datasource.url=" + url("gangway_server"),
                        "--spring.datasource.username=gangway_server",
                        "--spring.datasource.hikari.maximum-pool-size=4");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
            SecurityContextHolder.setContextHolderStrategy(before);
        }
        if (data != null) {
            programs.run("pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--wait");
        }
    }

    @Test
    void theServerWorksAsAnAccountThatMayOnlyChangeRows() throws Exception {
        Accounts accounts = server.getBean(Accounts.class);
        accounts.create(NewAccount.named("ada", Role.USER), PASSWORD);
        accounts.create(NewAccount.named("chief", Role.ADMIN), PASSWORD);
        String ada = token("ada");
        String chief = token("chief");

        assertThat(call(
                        "PUT",
                        "/api/onboarding/steps/api_keys",
                        ada,
                        "{\"data\": {\"keys\": {\"mistral\": \"0123456789abcdefghij\"}}}"))
                .isEqualTo(200);
        assertThat(call(
                        "PUT",
                        "/api/onboarding/steps/website",
                        ada,
                        "{\"data\": {\"no_website\": true, \"business_description\": \"We build boats of oak\"}}"))
                .isEqualTo(200);
        assertThat(call("GET", "/api/onboarding/summary", ada, "")).isEqualTo(200);
        assertThat(call("GET", "/api/users/me/export", ada, "")).isEqualTo(200);
        assertThat(call("GET", "/api/v1/analytics/overview", chief, "")).isEqualTo(200);
        assertThat(call("PUT", "/api/accounts/bea", chief, "{\"username\": \"bea\", \"roles\": [\"TRAINER\"]}"))
                .isEqualTo(201);
        assertThat(call("POST", "/api/accounts/bea/password-link", chief, "")).isEqualTo(201);
        assertThat(call("POST", "/api/onboarding/cleanup", chief, "{}")).isLessThan(500);
        assertThat(call("DELETE", "/api/users/me", ada, "{\"username\": \"ada\"}"))
                .isEqualTo(204);
        assertThat(server.getBean(JdbcClient.class)
                        .sql("select count(*) from scheduled_tasks where consecutive_failures > 0")
                        .query(Integer.class)
                        .single())
                .as("jobs that failed")
                .isZero();
    }

    @Test
    void thatAccountCanChangeNoTable() throws Exception {
        for (String statement : new String[] {
            "create table more (id int)",
            "drop table accounts",
            "alter table accounts add column more int",
            "truncate accounts cascade",
            "alter table audit_entries disable trigger all",
            "create extension hstore",
            "create role another"
        }) {
            assertThatThrownBy(() -> as("gangway_server", statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .satisfies(refused ->
                            assertThat(((SQLException) refused).getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theDatabaseTakesOnlyTheCertificateOfTheAccountAndOnlyOverTls() throws Exception {
        try (Connection connection = DriverManager.getConnection(url("gangway_server"), "gangway_server", "");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select ssl and version >= 'TLSv1.2', client_dn from pg_stat_ssl where pid ="
                                + " pg_backend_pid()")) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
            assertThat(row.getString(2)).isEqualTo("/CN=gangway_server");
        }
        String plain = "jdbc:postgresql://localhost:" + port + "/gangway";
        assertThatThrownBy(() -> DriverManager.getConnection(plain + "?sslmode=disable", "gangway_server", "any"))
                .hasMessageContaining("no pg_hba.conf entry");
        assertThatThrownBy(() -> DriverManager.getConnection(
                        plain + "?sslmode=verify-full&sslrootcert=" + certificate("ca.crt"), "gangway_server", "any"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url("gangway_server"), "gangway_owner", ""))
                .as("the certificate of another account")
                .hasMessageContaining("certificate authentication failed");
    }

    @Test
    void theServerTakesNobodyButTheBalancer() throws Exception {
        assertThat(get(tls("balancer"))).isEqualTo(200);
        assertThatThrownBy(() -> get(tls(""))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                                        .build(),
                                BodyHandlers.ofString()))
                .as("whoever does not know the authority")
                .isInstanceOf(IOException.class);
    }

    private void makeCertificates() throws Exception {
        Process made = new ProcessBuilder(
                        "sh",
                        DEPLOY.resolve("certificates.sh").toString(),
                        certificate("").toString())
                .redirectErrorStream(true)
                .start();
        String words = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(words).isZero();
        // As deploy/tls.yml installs it for the database, which takes no key that others may read.
        Files.setPosixFilePermissions(certificate("database.key"), PosixFilePermissions.fromString("rw-------"));
    }

    private void startDatabase() throws Exception {
        programs = Programs.in(Files.createDirectories(TestDatabase.DIRECTORY.toAbsolutePath()));
        port = freePort();
        Path made = folder.resolve("cluster");
        programs.run(
                "initdb", "--pgdata=" + made, "--username=postgres", "--auth=trust", "--no-sync", "--encoding=UTF8");
        Process start = programs.start(
                "pg_ctl",
                "start",
                "--pgdata=" + made,
                "--log=" + folder.resolve("log"),
                "--wait",
                "--options=-c port=" + port + " -c listen_addresses=localhost -c unix_socket_directories= -c fsync=off"
                        + " -c ssl=on -c ssl_min_protocol_version=TLSv1.2"
                        + " -c ssl_cert_file=" + certificate("database.crt")
                        + " -c ssl_key_file=" + certificate("database.key")
                        + " -c ssl_ca_file=" + certificate("ca.crt"));
        assertThat(start.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
        data = made;
        asSuperuser("postgres", "create database gangway");
        asSuperuser("gangway", Files.readString(DEPLOY.resolve("database-accounts.sql")));
        Files.copy(
                DEPLOY.resolve("pg_hba.conf"),
                made.resolve("pg_hba.conf"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        programs.run("pg_ctl", "reload", "--pgdata=" + made);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(url("gangway_owner"), "gangway_owner", "")
                .load()
                .migrate();
    }

    private void asSuperuser(String database, String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/" + database, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private void as(String account, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(account), account, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String account) {
        return "jdbc:postgresql://localhost:" + port + "/gangway?sslmode=verify-full&sslrootcert="
                + certificate("ca.crt") + "&sslcert=" + certificate(account + ".crt") + "&sslkey="
                + certificate(account + ".pk8");
    }

    private Path certificate(String name) {
        return folder.resolve("certificates").resolve(name);
    }

    private String token(String name) throws Exception {
        HttpResponse<String> answer = send(
                tls("balancer"),
                "POST",
                "/api/auth/login",
                "",
                JSON.writeValueAsString(Map.of("username", name, "password", PASSWORD)));
        return JSON.readTree(answer.body()).get("token").asString();
    }

    private int call(String method, String path, String token, String body) throws Exception {
        return send(tls("balancer"), method, path, token, body).statusCode();
    }

    private int get(SSLContext tls) throws Exception {
        return send(tls, "GET", "/actuator/health", "", "").statusCode();
    }

    private HttpResponse<String> send(SSLContext tls, String method, String path, String token, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newBuilder().sslContext(tls).build()) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** Trusts the authority, and shows the certificate of a part; of none where it has no name. */
    private SSLContext tls(String part) {
        PemSslStoreDetails trust =
                PemSslStoreDetails.forCertificate(certificate("ca.crt").toUri().toString());
        PemSslStoreDetails shown = part.isEmpty()
                ? null
                : PemSslStoreDetails.forCertificate(
                                certificate(part + ".crt").toUri().toString())
                        .withPrivateKey(certificate(part + ".key").toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(shown, trust)).createSslContext();
    }

    private String address() {
        return "https://localhost:" + server.getEnvironment().getProperty("local.server.port");
    }

    private static boolean isThere(String program) {
        try {
            return new ProcessBuilder(program, "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException missing) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
