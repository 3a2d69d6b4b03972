package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ReadyLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_SSL_KEYSTORE", "SERVER_SSL_CERTIFICATE", "SERVER_SSL_BUNDLE"})
    void whereThereIsACertificatePagesAreOpenedOverTls(String variable) {
        assertThat(ReadyLine.scheme(environment(Map.of(variable, "replica")))).isEqualTo("https");
    }

    @Test
    void otherwiseTheyAreNot() {
        assertThat(ReadyLine.scheme(environment(Map.of("SERVER_PORT", "8443")))).isEqualTo("http");
        assertThat(ReadyLine.scheme(environment(Map.of("SERVER_SSL_BUNDLE", "replica", "SERVER_SSL_ENABLED", "false"))))
                .isEqualTo("http");
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        // Nothing from the machine that the test runs on.
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        return environment;
    }
}
