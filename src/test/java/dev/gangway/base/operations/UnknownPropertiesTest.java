package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class UnknownPropertiesTest {

    private final UnknownProperties properties = new UnknownProperties(List.of(
            "gangway.demo",
            "gangway.encryption.keys",
            "gangway.login.password-link-holds",
            "gangway.sso.client-id",
            "gangway.transport.tls-required"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GANGWAY_DEMO",
                "gangway_demo",
                "GANGWAY_TRANSPORT_TLSREQUIRED",
                "GANGWAY_TRANSPORT_TLS_REQUIRED",
                "GANGWAY_ENCRYPTION_KEYS",
                "GANGWAY_ENCRYPTION_KEYS_0",
                "GANGWAY_ENCRYPTION_KEYS_11",
                "GANGWAY_SERVICE_HOST",
                "GANGWAY_SERVICE_PORT_HTTP",
                "GANGWAY_PORT",
                "GANGWAY_PORT_8080_TCP_ADDR",
                "GANGWAY_POSTGRES_SERVICE_HOST",
                "GANGWAYS",
                "HOME"
            })
    void aVariableThatSpringBootReadsOrThatIsNotOursIsLeftAlone(String variable) {
        assertThat(told(variables(variable))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GANGWAY_TRANSPORT_TLS, gangway.transport.tls-required",
        "GANGWAY_TRANSPORTTLS_REQUIRED, gangway.transport.tls-required",
        "GANGWAY_ENCRYPTION_KEY, gangway.encryption.keys",
        "GANGWAY_LOGIN_PASSWORTLINKHOLDS, gangway.login.password-link-holds",
        "GANGWAY_SSO_CLIENT_ID_0X, gangway.sso.client-id"
    })
    void anyOtherIsNamedWithTheOneThatMayBeMeant(String variable, String meant) {
        assertThat(told(variables(variable)))
                .singleElement()
                .asString()
                .startsWith(variable + " (\"" + variable + "\" from property source \"systemEnvironment\"): ")
                .endsWith("; is " + meant + " meant?")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gangway.demo",
                "gangway.transport.tls-required",
                "gangway.transport.tlsRequired",
                "gangway.transport.tls_required",
                "gangway.encryption.keys[0]",
                "gangways.frobnicate",
                "logging.level.gangway.security"
            })
    void aPropertyThatSpringBootReadsOrThatIsNotOursIsLeftAlone(String name) {
        assertThat(told(settings(name))).isEmpty();
    }

    @Test
    void anyOtherPropertyIsNamedWithWhereItWasSet() {
        assertThat(told(settings("gangway.frobnicate")))
                .containsExactly(
                        "gangway.frobnicate (\"gangway.frobnicate\" from property source \"file\"): there is no such"
                                + " property");
        assertThat(told(settings("gangway.transport.tls-required.really"))).hasSize(1);
        assertThat(told(settings("gangway.sso.clientid[x]"))).hasSize(1);
    }

    @Test
    void itStopsTheStartAsOtherWrongConfigurationDoes() {
        // Without what is set on the machine that the test runs on, such as that browser tests are required.
        ApplicationContextRunner start = new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .withUserConfiguration(Configured.class, KnownPropertiesOnly.class);

        start.withPropertyValues("gangway.log.format=json", "gangway.example.most-tries=3")
                .run(context -> assertThat(context).hasNotFailed());
        start.withPropertyValues("gangway.log.format=json", "gangway.log.from=hunter2")
                .run(context -> assertThat(new RefusedConfigurationAnalyzer()
                                .analyze(Objects.requireNonNull(context.getStartupFailure())))
                        .isNotNull()
                        .extracting(FailureAnalysis::getDescription)
                        .asString()
                        .contains("gangway.log.from", "is gangway.log.format meant?")
                        .doesNotContain("hunter2"));
    }

    private List<String> told(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        // Nothing from the machine that the test runs on.
        environment
                .getPropertySources()
                .forEach(each -> environment.getPropertySources().remove(each.getName()));
        environment.getPropertySources().addFirst(source);
        return properties.in(environment);
    }

    private static PropertySource<?> variables(String name) {
        return new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "hunter2"));
    }

    private static PropertySource<?> settings(String name) {
        return new MapPropertySource("file", Map.of(name, "hunter2"));
    }

    @EnableConfigurationProperties({LogProperties.class, ExampleProperties.class})
    static class Configured {}

    @ConfigurationProperties("gangway.example")
    record ExampleProperties(int mostTries) {}
}
