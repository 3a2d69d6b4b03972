package dev.gangway.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** What crashes, power cuts and people leave in the directory of the database must not keep it from starting. */
class LeftBehindTest {

    private static final Home HOME = Home.at(Path.of("target/test-left-behind"));

    @BeforeAll
    @AfterAll
    static void removeTheData() throws IOException {
        Trees.delete(HOME.data());
        Files.deleteIfExists(HOME.passwordFile());
        Files.deleteIfExists(HOME.directory().resolve("port"));
    }

    @Test
    void theIdOfAProcessThatIsNoPostgresIsNoDatabase() throws IOException, SQLException {
        startAndStop();
        leavePidFile(ProcessHandle.current().pid());

        assertThat(Postmaster.of(HOME.data())).isEmpty();
        startAndStop();
    }

    @Test
    void theIdOfAProcessThatMayNotBeLookedAtIsNoDatabase() throws IOException, SQLException {
        startAndStop();
        leavePidFile(1);

        assertThat(Postmaster.of(HOME.data())).isEmpty();
        startAndStop();
    }

    @Test
    void anEmptyPortFileIsReplaced() throws IOException, SQLException {
        Files.writeString(HOME.directory().resolve("port"), "");

        startAndStop();

        assertThat(HOME.directory().resolve("port")).content().matches("[0-9]{4,5}");
    }

    @Test
    void aDatabaseThatAFailedStartNeverAskedForIsEnded() throws SQLException {
        try (GenericWebApplicationContext context = contextOfAServer()) {
            context.registerBean("broken", Object.class, () -> {
                throw new IllegalStateException("broken on purpose");
            });

            assertThatThrownBy(context::refresh).hasStackTraceContaining("broken on purpose");
        }

        assertThat(Postmaster.of(HOME.data())).isEmpty();
        startAndStop();
    }

    @Test
    void aDatabaseThatWasAskedForIsEndedByWhoeverAsked() {
        EmbeddedDatabase database;
        try (GenericWebApplicationContext context = contextOfAServer()) {
            context.refresh();
            database = context.getBean(EarlyDatabase.Starting.class).get();
        }

        assertThat(Postmaster.of(HOME.data())).isPresent();
        database.destroy();
        assertThat(Postmaster.of(HOME.data())).isEmpty();
    }

    private static GenericWebApplicationContext contextOfAServer() {
        GenericWebApplicationContext context = new GenericWebApplicationContext();
        TestPropertyValues.of(
                        "gangway.database.embedded=true",
                        "gangway.database.directory=" + HOME.directory(),
                        "gangway.database.durable=false")
                .applyTo(context);
        new EarlyDatabase().initialize(context);
        return context;
    }

    @Test
    void anInterruptedCreationIsThrownAway() throws IOException, SQLException {
        Trees.delete(HOME.data());
        Files.createDirectories(HOME.directory().resolve("cluster.unfinished/base"));

        startAndStop();

        assertThat(HOME.directory().resolve("cluster.unfinished")).doesNotExist();
    }

    @Test
    void aBystanderInTheDataDirectoryLives() throws IOException, SQLException, InterruptedException {
        startAndStop();
        Process bystander = new ProcessBuilder("tail", "-f", "/dev/null")
                .directory(HOME.data().toFile())
                .start();
        try {
            startAndStop();

            assertThat(bystander.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        } finally {
            bystander.destroy();
        }
    }

    private static void leavePidFile(long pid) throws IOException {
        Files.writeString(
                HOME.data().resolve("postmaster.pid"),
                "%d\n%s\n0\n5999\n\n127.0.0.1\n1 1\nready\n".formatted(pid, HOME.data()));
    }

    private static void startAndStop() throws SQLException {
        try (EmbeddedPostgres database = EmbeddedPostgres.open(HOME, false);
                Connection connection =
                        DriverManager.getConnection(database.url(), Connector.USER, database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            assertThat(row.next()).isTrue();
        }
    }
}
