package dev.gangway.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
