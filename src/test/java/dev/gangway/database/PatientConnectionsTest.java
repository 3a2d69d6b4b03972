package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.gangway.GangwayTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A database that starts again takes no connections for a moment; the pool must not turn that into a long pause. */
@GangwayTest
class PatientConnectionsTest {

    @Autowired
    private DataSource pool;

    @Test
    void oneThatStartsIsAskedAgainAtOnce() throws SQLException {
        Refusing database = new Refusing(pool, "08001", "57P03", "57P03", "57P01");

        try (Connection connection = new PatientConnections.Trying(database).getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(database.refusals).isEmpty();
    }

    @Test
    void oneThatRefusesAPasswordIsNotAskedAgain() {
        Refusing database = new Refusing(pool, "28P01", "28P01");

        assertThatThrownBy(() -> new PatientConnections.Trying(database).getConnection())
                .isInstanceOf(SQLException.class);
        assertThat(database.refusals).hasSize(1);
    }

    @Test
    void thePoolOfTheProductAsksLikeThat() throws SQLException {
        assertThat(pool.unwrap(HikariDataSource.class).getDataSource()).isInstanceOf(PatientConnections.Trying.class);
    }

    /** Answers with errors first. */
    private static final class Refusing extends AbstractDataSource {

        private final DataSource behind;
        private final Deque<String> refusals;

        private Refusing(DataSource behind, String... states) {
            this.behind = behind;
            this.refusals = new ArrayDeque<>(List.of(states));
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refusals.isEmpty()) {
                return behind.getConnection();
            }
            throw new SQLException("not now", refusals.pop());
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }
    }
}
