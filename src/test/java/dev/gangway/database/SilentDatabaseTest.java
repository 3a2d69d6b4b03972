package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A machine that loses its power says nothing; whoever waits for it must not wait for ever. */
@GangwayTest
class SilentDatabaseTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Flyway migrations;

    @Test
    void aUsualConnectionIsGivenUpALittleAfterItsTransactionShouldHaveEnded() {
        assertThat(longestSilence(30)).isEqualTo(Duration.ofSeconds(45));
        assertThat(longestSilence(5)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void oneThatMayWorkLongerIsGivenUpLaterAndThenIsAUsualOneAgain() {
        assertThat(longestSilence(600)).isEqualTo(Duration.ofSeconds(615));
        for (int connection = 0; connection < 20; connection++) {
            assertThat(longestSilence(30)).isEqualTo(Duration.ofSeconds(45));
        }
    }

    @Test
    void migrationsTakeAsLongAsTheyTake() throws SQLException {
        try (var connection = migrations.getConfiguration().getDataSource().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    private Duration longestSilence(int seconds) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setTimeout(seconds);
        return template.execute(status -> {
            var connection = DataSourceUtils.getConnection(dataSource);
            try {
                return Duration.ofMillis(connection.getNetworkTimeout());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
    }
}
