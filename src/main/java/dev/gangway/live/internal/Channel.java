package dev.gangway.live.internal;

import dev.gangway.live.LiveProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection of its own that listens, since only a connection that stays hears everything. */
final class Channel implements AutoCloseable {

    static final String NAME = "gangway_live";

    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private final Connection connection;

    private Channel(Connection connection) {
        this.connection = connection;
    }

    /**
     * Begins to listen.
     *
     * @param usual where the application connects otherwise
     */
    static Channel open(LiveProperties properties, Login usual) throws SQLException {
        Properties how = new Properties();
        set("user", properties.username(), usual.username(), how);
        set("password", properties.password(), usual.password(), how);
        how.setProperty("ApplicationName", "gangway-live");
        how.setProperty("connectTimeout", String.valueOf(CONNECTING.toSeconds()));
        how.setProperty("loginTimeout", String.valueOf(CONNECTING.toSeconds()));
        how.setProperty("tcpKeepAlive", "true");
        how.setProperty("hostRecheckSeconds", "1");
        Connection connection =
                DriverManager.getConnection(Objects.requireNonNullElse(properties.url(), usual.url()), how);
        try (Statement listen = connection.createStatement()) {
            listen.execute("listen " + NAME);
            return new Channel(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void set(String property, @Nullable String own, @Nullable String otherwise, Properties how) {
        String value = own == null ? otherwise : own;
        if (value != null) {
            how.setProperty(property, value);
        }
    }

    /** What was told, after waiting for it no longer than given. */
    List<String> hear(Duration longest) throws SQLException {
        PGNotification @Nullable [] heard =
                connection.unwrap(PGConnection.class).getNotifications(Math.max(1, (int) longest.toMillis()));
        return heard == null
                ? List.of()
                : Stream.of(heard).map(PGNotification::getParameter).toList();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /**
     * Where to connect, and as whom.
     *
     * @param url of JDBC
     */
    record Login(
            String url, @Nullable String username, @Nullable String password) {}
}
