package dev.gangway.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Has the pool try again at once where a database restarts, recovers or fails over. By itself the pool pauses twice as long after
 * each failure, so that requests would be told that the database is away when it has been back for seconds.
 */
@Component
class PatientConnections implements BeanPostProcessor {

    /** Shorter than a request waits for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** Nobody listens; the connection ended at once; it starts, recovers or stops. */
    private static final Set<String> PASSING = Set.of("08001", "08006", "57P01", "57P02", "57P03");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            pool.setDataSource(new Trying(new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword())));
        }
        return bean;
    }

    static final class Trying extends DelegatingDataSource {

        Trying(DataSource driver) {
            super(driver);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return patiently(super::getConnection);
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return patiently(() -> super.getConnection(username, password));
        }

        private static Connection patiently(Attempt attempt) throws SQLException {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                try {
                    return attempt.connect();
                } catch (SQLException failure) {
                    if (!PASSING.contains(Objects.toString(failure.getSQLState())) || System.nanoTime() > end) {
                        throw failure;
                    }
                    pause(failure);
                }
            }
        }

        private static void pause(SQLException failure) throws SQLException {
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }

    /** One try. */
    private interface Attempt {
        Connection connect() throws SQLException;
    }
}
