package dev.gangway.onboarding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.internal.StoredData;
import dev.gangway.onboarding.internal.StoredDataChecks;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places that a new step has to be added to and where nothing else would notice. */
@GangwayTest
class OnboardingStepTest {

    @Autowired
    private StoredDataChecks checks;

    @Autowired
    private StoredData stored;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private record Published(String key, boolean required) {}

    @Test
    void theStepsAreThoseThatTheDatabaseHasPublished() {
        List<Published> published = jdbc.sql("""
                        select step ->> 'key' as key, (step ->> 'required')::boolean as required
                        from wizard_versions v
                        cross join lateral jsonb_array_elements(v.content -> 'steps') with ordinality s (step, number)
                        where v.wizard_id = :wizard and v.version = :version and v.status = 'published'
                        order by s.number
                        """)
                .param("wizard", OnboardingStep.WIZARD.id())
                .param("version", OnboardingStep.WIZARD.version())
                .query((row, number) -> new Published(row.getString("key"), row.getBoolean("required")))
                .list();

        assertThat(published)
                .containsExactlyElementsOf(OnboardingStep.WIZARD.steps().stream()
                        .map(step -> new Published(step.key(), step.required()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyStepHasAHeadingAndSaysWhatItIsFor(OnboardingStep step) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n/translations.properties"), UTF_8)) {
            texts.load(reader);
        }

        assertThat(texts.stringPropertyNames()).contains(step.titleKey(), "onboarding.step." + step.key() + ".lead");
    }

    @Test
    void theVerificationLooksAtTheAnswersOfEveryStep() {
        UserId user = accounts.user();
        List<String> checked = checks.ofNone(user).stream()
                .map(check -> check.name().replaceFirst("^no (\\w+) .*$", "$1"))
                .toList();

        assertThat(checked).hasSize(OnboardingStep.values().length - 1);
        assertThat(stored.tables(user)).extracting("name").containsAll(checked);
    }
}
