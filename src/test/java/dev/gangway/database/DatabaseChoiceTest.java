package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.DemoMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
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

    @ParameterizedTest
    @ValueSource(strings = {"on", "yes", "1", "true ", "TRUE", "off", "no", "0", "false"})
    void whatIsADemonstrationForTheAccountsListensOnLoopbackOnly(String value) {
        for (String address : List.of("", "jdbc:postgresql://db/gangway")) {
            decided(value, address)
                    .run(context -> assertThat(context.getEnvironment().getProperty("server.address"))
                            .isEqualTo(context.getBean(DemoMode.class).enabled() ? "127.0.0.1" : null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", ""})
    void whatIsNeitherOnNorOffIsRefused(String value) {
        decided(value, "")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("Failed to bind properties under 'gangway.demo' to boolean"));
    }

    @Test
    void whoeverNamesAnAddressIsHeard() {
        assertThat(chosen(Map.of("server.address", "192.0.2.1")).getProperty("server.address"))
                .isEqualTo("192.0.2.1");
    }

    private static ApplicationContextRunner decided(String demo, String address) {
        return new ApplicationContextRunner()
                .withPropertyValues("gangway.demo=" + demo, "spring.datasource.url=" + address)
                .withInitializer(context ->
                        new DatabaseChoice().postProcessEnvironment(context.getEnvironment(), new SpringApplication()))
                .withUserConfiguration(DemoMode.class);
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
