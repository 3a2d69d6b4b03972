package dev.gangway.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One directory for all tests, because making a database takes longer than any of them; each leaves it stopped. */
class EmbeddedPostgresTest {

    private static final Home HOME = Home.at(Path.of("target/embedded-postgres-test"));

    @BeforeAll
    @AfterAll
    static void removeTheData() throws IOException {
        Trees.delete(HOME.data());
    }

    @BeforeEach
    void makeTheDirectory() {
        Home.at(HOME.directory());
    }

    @AfterEach
    void stopWhatATestLeft() {
        EmbeddedPostgres.open(HOME, true).close();
    }

    @Test
    void aDurableDatabaseWaitsForTheDiskAndChecksWhatItReads() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.open(HOME, true)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void onlyThisMachineAndOnlyWithThePasswordReachesIt() throws IOException, SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.open(HOME, true)) {
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.readString(HOME.data().resolve("pg_hba.conf")))
                    .doesNotContainPattern("(?m)^[^#].*\\btrust\\b");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.passwordFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void closingTheLastUseStopsIt() {
        EmbeddedPostgres first = EmbeddedPostgres.open(HOME, true);
        first.close();

        assertThat(Postmaster.of(HOME.data())).isEmpty();
        assertThat(HOME.data().resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void aKilledDatabaseIsBackOnItsPortWithinTenSecondsAndHasWhatWasCommitted() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.open(HOME, true);
                Supervisor _ = new Supervisor(database)) {
            execute(database, "create table if not exists kept (number int)");
            execute(database, "truncate kept");
            execute(database, "insert into kept values (42)");
            int port = database.port();

            ProcessHandle.of(running().pid()).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> answer(database, "select number from kept"), "42"::equals);
            assertThat(database.port()).isEqualTo(port);
        }
    }

    @Test
    void aDatabaseToldToEndWhileItIsUsedIsStartedAgain() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.open(HOME, true);
                Connection pooled = connect(database);
                Supervisor _ = new Supervisor(database)) {
            long before = running().pid();

            // A plain kill: PostgreSQL would wait for the pooled connection, and take no new ones
            ProcessHandle.of(before).orElseThrow().destroy();

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Postmaster.of(HOME.data())
                            .filter(Postmaster::ready)
                            .filter(server -> server.pid() != before)
                            .isPresent());
            assertThat(answer(database, "select 1")).isEqualTo("1");
            assertThat(pooled.isValid(1)).isFalse();
        }
    }

    @Test
    void aDatabaseLeftByAKilledApplicationIsTakenOver() throws IOException, InterruptedException, SQLException {
        try (OtherProcess killed = OtherProcess.serving(HOME.directory())) {
            killed.awaitLine("serving");
            long left = running().pid();
            killed.kill();

            EmbeddedDatabase database = EmbeddedDatabase.forServer(HOME, true);
            try {
                assertThat(running().pid()).isEqualTo(left);
                assertThat(answer(database.getJdbcUrl(), "select 1")).isEqualTo("1");
            } finally {
                database.destroy();
            }
            assertThat(Postmaster.of(HOME.data())).isEmpty();
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedInOneLine() throws IOException, InterruptedException {
        EmbeddedDatabase first = EmbeddedDatabase.forServer(HOME, true);
        try (OtherProcess second = OtherProcess.serving(HOME.directory())) {
            second.awaitLine("refused: Another Gangway server is running on the data in " + HOME.directory());
            assertThat(running().ready()).isTrue();
        } finally {
            first.destroy();
        }
    }

    @Test
    void aCommandJoinsARunningServerAndLeavesItRunning() throws IOException, InterruptedException, SQLException {
        try (OtherProcess server = OtherProcess.serving(HOME.directory())) {
            server.awaitLine("serving");
            long before = running().pid();

            EmbeddedDatabase command = EmbeddedDatabase.forCommand(HOME, true);
            assertThat(answer(command.getJdbcUrl(), "select 1")).isEqualTo("1");
            command.destroy();

            assertThat(running().pid()).isEqualTo(before);
            server.kill();
        }
    }

    @Test
    void aTakenPortIsNotChosen() throws IOException {
        Path file = HOME.directory().resolve("port-of-this-test");
        Files.deleteIfExists(file);
        PortFile ports = new PortFile(file);
        int first = ports.free();
        assertThat(ports.free()).isEqualTo(first);

        try (var taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports.free()).isNotEqualTo(taken.getLocalPort());
        }
        Files.writeString(file, "not a number");
        assertThat(ports.free()).isBetween(20_000, 29_999);
    }

    private static Postmaster running() {
        return Postmaster.of(HOME.data()).orElseThrow();
    }

    private static String setting(EmbeddedPostgres database, String name) throws SQLException {
        return answer(database, "show " + name);
    }

    private static String answer(EmbeddedPostgres database, String sql) throws SQLException {
        return answer(database.url(), sql);
    }

    private static String answer(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, Connector.USER, HOME.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedPostgres database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres database) throws SQLException {
        return DriverManager.getConnection(database.url(), Connector.USER, database.password());
    }
}
