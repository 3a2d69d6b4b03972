package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class UnreachableDatabaseAnalyzerTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://ada:hunter1@db:5432/gangway?password=hunter2");

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "28P01", "3D000", "53300", "57P03"})
    void theAddressAndTheReasonAreToldAndNoSecret(String state) {
        assertThat(analysis(state)).isNotNull().satisfies(told -> {
            assertThat(told.getDescription())
                    .contains("jdbc:postgresql://db:5432/gangway", "Connection refused")
                    .doesNotContain("ada", "hunter");
            assertThat(told.getAction()).contains("SPRING_DATASOURCE_URL");
        });
    }

    @Test
    void whatIsWrongInsideADatabaseIsNotExplainedAway() {
        assertThat(analysis("42P01")).isNull();
        assertThat(analysis(null)).isNull();
    }

    private @Nullable FailureAnalysis analysis(@Nullable String state) {
        return new UnreachableDatabaseAnalyzer(environment)
                .analyze(new BeanCreationException("a bean", new SQLException("Connection refused", state)));
    }
}
