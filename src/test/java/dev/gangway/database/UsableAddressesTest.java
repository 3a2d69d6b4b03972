package dev.gangway.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.base.operations.RefusedConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class UsableAddressesTest {

    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withInitializer(context -> new UsableAddresses().initialize(context));

    @Test
    void whatHostersHandOutIsRefusedWithWhatIsAllowedAndWithoutItsPassword() {
        refused(
                "spring.datasource.url=postgres://ada:hunter2@db.example.org:5432/gangway?sslmode=require",
                "spring.datasource.url = \"postgres://db.example.org:5432/gangway\"",
                "SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD");
    }

    @Test
    void soIsSomebodyBeforeTheHostWhomTheDriverWouldTakeForAPartOfIt() {
        refused(
                "spring.flyway.url=jdbc:postgresql://ada:hunter2@db/gangway",
                "spring.flyway.url = \"jdbc:postgresql://db/gangway\"",
                "SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD");
    }

    @Test
    void theRightFormAndNoneAtAllStart() {
        start.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/gangway", "spring.flyway.url=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private void refused(String setting, String... words) {
        start.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(RefusedConfiguration.class)
                        .message()
                        .contains("must begin with jdbc:postgresql://", "property source")
                        .contains(words)
                        .doesNotContain("ada", "hunter2"));
    }
}
