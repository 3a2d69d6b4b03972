package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What follows from the choice of a database, see spec/operations. */
class DatabaseChoiceTest {

    @Test
    void withoutAnAddressItIsTheEmbeddedOneAndADemonstrationOnLoopback() {
        StandardEnvironment chosen = chosen(Map.of());

        assertThat(chosen.getProperty("gangway.database.embedded")).isEqualTo("true");
        assertThat(chosen.getProperty("gangway.demo")).isEqualTo("true");
        assertThat(chosen.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void anExternalDatabaseIsNoDemonstrationAndListensEverywhere() {
        StandardEnvironment chosen = chosen(Map.of("spring.datasource.url", "jdbc:postgresql://db/gangway"));

        assertThat(chosen.getProperty("gangway.database.embedded")).isEqualTo("false");
        assertThat(chosen.getProperty("gangway.demo")).isEqualTo("false");
        assertThat(chosen.getProperty("server.address")).isNull();
    }

    @Test
    void theDemonstrationIsTurnedOffByItself() {
        StandardEnvironment chosen = chosen(Map.of("gangway.demo", "false"));

        assertThat(chosen.getProperty("gangway.database.embedded")).isEqualTo("true");
        assertThat(chosen.getProperty("gangway.demo")).isEqualTo("false");
        assertThat(chosen.getProperty("server.address")).isNull();
    }

    @Test
    void whoeverNamesAnAddressIsHeard() {
        assertThat(chosen(Map.of("server.address", "192.0.2.1")).getProperty("server.address"))
                .isEqualTo("192.0.2.1");
    }

    private static StandardEnvironment chosen(Map<String, Object> set) {
        StandardEnvironment environment = new StandardEnvironment();
        // Nothing from the machine that the test runs on.
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("set", set));
        new DatabaseChoice().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
