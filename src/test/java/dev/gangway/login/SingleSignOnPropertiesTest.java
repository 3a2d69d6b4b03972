package dev.gangway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;

class SingleSignOnPropertiesTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(Configured.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://login.example.org    | x | openid | u:USER | gangway.sso.issuer = \"http://login.example.org\": must be an https address",
                "https://example.org/?a=b    | x | openid | u:USER | must be an https address",
                "login.example.org           | x | openid | u:USER | must be an https address",
                "''                          | x | openid | u:USER | gangway.sso.client-id needs gangway.sso.issuer",
                "https://login.example.org   | x | email  | u:USER | must contain openid",
                "https://login.example.org   | y | openid | u:USER | gangway.sso.audiences = \"gangway,y\": must not contain gangway.sso.client-id",
                "https://login.example.org   | x | openid | u:BOSS | must be NAME:USER, NAME:TRAINER or NAME:ADMIN"
            })
    void aWrongValueStopsTheStartAndSaysWhatIsAllowed(
            String issuer, String client, String scopes, String names, String words) {
        start.withPropertyValues(
                        "gangway.sso.issuer=" + issuer,
                        "gangway.sso.client-id=" + client,
                        "gangway.sso.client-secret=hush",
                        "gangway.sso.audiences=gangway,y",
                        "gangway.sso.scopes=" + scopes,
                        "gangway.sso.role-names=" + names)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(
                                        Objects.requireNonNull(context.getStartupFailure()))
                                .getMessage())
                        .contains(words)
                        .doesNotContain("hush"));
    }

    @Test
    void nothingSetMeansNoSingleSignOn() {
        start.withPropertyValues("gangway.sso.issuer=", "gangway.sso.client-id=")
                .run(context -> {
                    SingleSignOnProperties properties = context.getBean(SingleSignOnProperties.class);
                    assertThat(properties.isOn()).isFalse();
                    assertThat(properties.isForBrowsers()).isFalse();
                });
    }

    @Test
    void loopbackNeedsNoTls() {
        start.withPropertyValues("gangway.sso.issuer=http://127.0.0.1:9000")
                .run(context -> assertThat(
                                context.getBean(SingleSignOnProperties.class).isOn())
                        .isTrue());
    }

    @EnableConfigurationProperties(SingleSignOnProperties.class)
    static class Configured {}
}
