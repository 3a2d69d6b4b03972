package dev.gangway.base.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
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
                "gangway.example.on=maybe     | gangway.example.on = \"maybe\"     | must be true or false"
            })
    void aWrongValueIsNamedWithWhatIsAllowed(String setting, String named, String allowed) {
        assertThat(words(setting)).contains(named).contains(allowed).doesNotContain("Exception", "dev.gangway");
    }

    @Test
    void aValueThatMayBeSecretIsNotShown() {
        assertThat(words("gangway.example.secret-number=hunter2"))
                .contains("gangway.example.secret-number = (not shown)")
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
            @Max(5) int mostTries, @Nullable Duration timeout, boolean on, int secretNumber) {}
}
