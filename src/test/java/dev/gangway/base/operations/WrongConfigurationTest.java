package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.DataSizeBetween;
import jakarta.validation.constraints.Max;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

class WrongConfigurationTest {

    private final ApplicationContextRunner start = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Configured.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gangway.log.format=xml       | gangway.log.format = \"xml\"       | must be one of text, json",
                "gangway.example.most-tries=9 | gangway.example.most-tries = \"9\" | must be less than or equal to 5",
                "gangway.example.most-tries=x | gangway.example.most-tries = \"x\" | must be a number",
                "gangway.example.timeout=soon | gangway.example.timeout = \"soon\" | must be a duration such as",
                "gangway.example.on=maybe     | gangway.example.on = \"maybe\"     | must be on or off (true or false)",
                "gangway.example.passwords=x  | gangway.example.passwords = \"x\"  | must be on or off (true or false)",
                "gangway.example.password-holds=1s | gangway.example.password-holds = \"1s\" | must be longer than",
                "gangway.example.keep-keys-for=1s  | gangway.example.keep-keys-for = \"1s\"  | must be longer than",
                "gangway.example.memory=1KB   | gangway.example.memory = \"1KB\" (\"gangway.example.memory\" from | must be between 64KB and 1GB",
                "gangway.example.memory=2GB   | gangway.example.memory = \"2GB\"   | must be between 64KB and 1GB"
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String setting, String named, String allowed) {
        assertThat(words(setting)).contains(named).contains(allowed).doesNotContain("Exception", "dev.gangway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret-number", "client-secret", "password", "api-key", "keys[0]", "access-token"})
    void aValueThatMayBeSecretIsNotShown(String name) {
        assertThat(words("gangway.example." + name + "=hunter2"))
                .contains("gangway.example." + name + " = (not shown)")
                .doesNotContain("hunter2");
    }

    @Test
    void aRightConfigurationStarts() {
        start.withPropertyValues("gangway.log.format=JSON", "gangway.example.most-tries=5")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private String words(String setting) {
        StringBuilder words = new StringBuilder();
        start.withPropertyValues(setting)
                .run(context -> words.append(Optional.ofNullable(context.getStartupFailure())
                        .map(WrongConfigurationTest::analysis)
                        .map(FailureAnalysis::getDescription)
                        .orElse("it starts")));
        return words.toString();
    }

    private static @Nullable FailureAnalysis analysis(Throwable failure) {
        return new WrongConfigurationAnalyzer().analyze(Objects.requireNonNull(failure));
    }

    @EnableConfigurationProperties({LogProperties.class, ExampleProperties.class})
    static class Configured {}

    @Validated
    @ConfigurationProperties("gangway.example")
    record ExampleProperties(
            @Max(5) int mostTries,
            @Nullable Duration timeout,
            boolean on,
            boolean passwords,

            @DefaultValue("5m") @DurationMin(minutes = 5) Duration passwordHolds,
            @DefaultValue("5m") @DurationMin(minutes = 5) Duration keepKeysFor,

            @DataSizeBetween(least = "64KB", most = "1GB") @Nullable DataSize memory,

            int secretNumber,
            int clientSecret,
            int password,
            int apiKey,
            @DefaultValue List<Integer> keys,
            int accessToken) {}
}
