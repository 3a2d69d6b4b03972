package dev.gangway.database.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects to the embedded database to see that it is ours and keeps its promises, before anyone else does. */
final class Connector {

    static final String USER = "gangway";
    static final String DATABASE = "gangway";

    private static final Map<String, String> PROMISES =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "data_checksums", "on");
    private static final String NO_SUCH_DATABASE = "3D000";

    /** Not reachable yet, starting up, or still full of a killed application's connections. */
    private static final Set<String> PASSING = Set.of("08001", "08003", "08004", "08006", "57P01", "57P03", "53300");

    private final Home home;
    private final boolean durable;

    Connector(Home home, boolean durable) {
        this.home = home;
        this.durable = durable;
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /**
     * Waits until it answers, and makes our database in it the first time.
     *
     * @throws EmbeddedDatabaseException where it does not answer in time, is not ours, or would lose commits
     */
    void verify(int port, Duration limit) {
        if (Waiting.upTo(limit, Duration.ofMillis(20), () -> answer(port)).isEmpty()) {
            throw new EmbeddedDatabaseException(
                    "The embedded database in %s does not answer on port %d".formatted(home.directory(), port));
        }
    }

    private Optional<Boolean> answer(int port) {
        try (Connection connection = open(port, DATABASE)) {
            check(connection);
            return Optional.of(true);
        } catch (SQLException e) {
            if (NO_SUCH_DATABASE.equals(e.getSQLState())) {
                makeDatabase(port);
                return Optional.empty();
            }
            if (PASSING.contains(Objects.toString(e.getSQLState()))) {
                return Optional.empty();
            }
            throw new EmbeddedDatabaseException(
                    "The embedded database in %s refuses us: %s".formatted(home.directory(), e.getMessage()), e);
        }
    }

    private void makeDatabase(int port) {
        try (Connection connection = open(port, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DATABASE);
        } catch (SQLException e) {
            throw new EmbeddedDatabaseException("The database cannot be made: " + e.getMessage(), e);
        }
    }

    private void check(Connection connection) throws SQLException {
        Map<String, String> broken = new TreeMap<>();
        for (var promise :
                durable ? PROMISES.entrySet() : Map.<String, String>of().entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + promise.getKey())) {
                row.next();
                if (!promise.getValue().equals(row.getString(1))) {
                    broken.put(promise.getKey(), row.getString(1));
                }
            }
        }
        if (!broken.isEmpty()) {
            throw new EmbeddedDatabaseException(
                    "The embedded database in %s could lose what it has confirmed (%s): stop it and start again"
                            .formatted(home.directory(), broken));
        }
    }

    private Connection open(int port, String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(USER);
        source.setPassword(home.password());
        source.setConnectTimeout(5);
        source.setSocketTimeout(10);
        return source.getConnection();
    }
}
