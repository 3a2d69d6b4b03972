package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db:5432/gangway                    | jdbc:postgresql://db:5432/gangway",
                "jdbc:postgresql://one:5432,two/gangway?password=hunter2 | jdbc:postgresql://one:5432,two/gangway",
                "jdbc:postgresql://ada:hunter2@db:5432/gangway         | jdbc:postgresql://db:5432/gangway",
                "postgres://ada:hunt@er/2@db/gangway?sslmode=require   | postgres://db/gangway",
                "jdbc:postgresql://db/gangway?user=a@b&password=hunter2 | jdbc:postgresql://db/gangway",
                "hunter                                                | hunter"
            })
    void userPasswordAndParametersAreNotShown(String url, String shown) {
        assertThat(new DatabaseAddress(url)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/gangway",
                "jdbc:postgresql://one:5432,two:5432/gangway?targetServerType=primary",
                "jdbc:postgresql://db/gangway?user=ada@example.org",
                "jdbc:postgresql:gangway"
            })
    void theDriverTakesItsOwnForm(String url) {
        assertThat(new DatabaseAddress(url).isUsable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://ada:hunter2@db/gangway",
                "postgresql://db/gangway",
                "jdbc:postgresql://ada:hunter2@db/gangway",
                "jdbc:mysql://db/gangway",
                "db"
            })
    void itTakesNoOther(String url) {
        assertThat(new DatabaseAddress(url).isUsable()).isFalse();
    }
}
