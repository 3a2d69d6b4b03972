package dev.gangway.onboarding.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.onboarding.OnboardingStatus;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.OnboardingSummary;
import dev.gangway.onboarding.Onboardings;
import dev.gangway.onboarding.StepData;
import dev.gangway.onboarding.imports.ImportReport.SkippedFile;
import dev.gangway.onboarding.imports.OnboardingImport.Mode;
import dev.gangway.wizard.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class OnboardingImportTest {

    private static final String KEYS =
            "{'step_number': 1, 'status': 'completed', 'completed_at': '2024-05-01T10:00:00Z', 'data': "
                    + StepData.API_KEYS + "}";
    private static final String WEBSITE =
            "{'step_number': 2, 'status': 'completed', 'completed_at': '2024-05-01T10:01:00Z', 'data':"
                    + " {'website_url': 'example.org', 'industry': 'Boats'}}";
    private static final String RESEARCH =
            "{'step_number': 3, 'status': 'completed', 'completed_at': '2024-05-01T10:02:00.5', 'data': "
                    + StepData.RESEARCH + "}";
    private static final String PERSONA_SKIPPED =
            "{'step_number': 4, 'status': 'skipped', 'completed_at': '2024-05-01T12:03:00+02:00'}";
    private static final String DECLARATION =
            "{'step_number': 5, 'status': 'completed', 'completed_at': '2024-05-01T10:04:00Z', 'data': "
                    + StepData.DECLARATION + "}";
    private static final String SUMMARY =
            "{'step_number': 6, 'status': 'completed', 'completed_at': '2024-05-01T10:05:00Z', 'data': {}}";

    @Autowired
    private OnboardingImport imports;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ids ids;

    @TempDir
    Path directory;

    private UserId ada;

    @BeforeEach
    void aUserOfThePredecessor() {
        ada = new UserId("legacy_" + ids.next());
    }

    @Test
    void aCompletedOnboardingIsTakenOverWithItsTimes() throws IOException {
        file(ada.value(), KEYS, WEBSITE, RESEARCH, PERSONA_SKIPPED, DECLARATION, SUMMARY);

        ImportReport report = run();

        assertThat(report.skipped()).isEmpty();
        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.accounts()).isEqualTo(1);
        OnboardingStatus status = onboardings.status(ada);
        assertThat(status.completed()).isTrue();
        assertThat(status.progressPercentage()).isEqualByComparingTo("100");
        assertThat(status.startedAt()).isEqualTo(Instant.parse("2024-05-01T09:59:00Z"));
        assertThat(status.completedAt()).isEqualTo(Instant.parse("2024-05-01T10:05:00Z"));
        OnboardingSummary summary = onboardings.summary(ada).orElseThrow();
        assertThat(summary.skipped()).containsExactly("persona");
        assertThat(part(summary.research()).savedAt()).isEqualTo(Instant.parse("2024-05-01T10:02:00.5Z"));
        assertThat(part(summary.website()).value().websiteUrl()).isEqualTo("https://example.org");
        assertThat(part(summary.firstDeclaration()).value().content()).startsWith("We keep old boats afloat");
    }

    @Test
    void keysAreEncryptedOnTheWayIn() throws IOException {
        file(ada.value(), KEYS);

        run();

        assertThat(part(onboardings.summary(ada).orElseThrow().keys()).value())
                .extracting(OnboardingSummary.Key::masked)
                .containsExactly("••••c35d");
        assertThat(jdbc.sql("select encode(ciphertext, 'escape') from api_keys where user_id = ?")
                        .param(ada.value())
                        .query(String.class)
                        .single())
                .doesNotContain("canary");
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        file(ada.value(), KEYS, WEBSITE, RESEARCH);
        run();
        String before = row();

        ImportReport again = run();

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.imported() + again.updated() + again.accounts()).isZero();
        assertThat(row()).isEqualTo(before);
    }

    @Test
    void aNewerRowOfTheDatabaseWins() throws IOException {
        file(ada.value(), KEYS, WEBSITE, RESEARCH);
        run();
        onboardings.complete(
                ada, OnboardingStep.WEBSITE, Submission.of(StepData.answers("{'industry': 'Typed here'}")));
        String before = row();

        run();

        assertThat(row()).isEqualTo(before);
        assertThat(part(onboardings.summary(ada).orElseThrow().website())
                        .value()
                        .industry())
                .isEqualTo("Typed here");
    }

    @Test
    void aNewerFileUpdatesAnOlderRowAndAddsStepsThatAreNew() throws IOException {
        file(ada.value(), KEYS, WEBSITE);
        run();
        file(ada.value(), KEYS, WEBSITE.replace("10:01", "10:30").replace("Boats", "Ships"), RESEARCH);

        ImportReport report = run();

        assertThat(report.updated()).isEqualTo(1);
        OnboardingSummary summary = onboardings.summary(ada).orElseThrow();
        assertThat(part(summary.website()).value().industry()).isEqualTo("Ships");
        assertThat(summary.research()).isNotNull();
        assertThat(run().unchanged()).isEqualTo(1);
    }

    @Test
    void anAccountThatExistsKeepsWhatItIs() throws IOException {
        UserId bob = accounts.user();
        file(bob.value(), KEYS);

        ImportReport report = run();

        assertThat(report.accounts()).isZero();
        assertThat(onboardings.status(bob).currentStep()).isEqualTo("website");
    }

    @Test
    void numericIdsAreTakenAsText() throws IOException {
        long number = System.nanoTime();
        write("x", "{'user_id': " + number + ", 'started_at': '2024-05-01T09:59:00Z', 'steps': [" + KEYS + "]}");

        run();

        assertThat(onboardings.status(new UserId(String.valueOf(number))).currentStep())
                .isEqualTo("website");
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() throws IOException {
        file(ada.value(), KEYS, WEBSITE);

        ImportReport report = imports.run(directory, Mode.DRY_RUN, (done, total) -> {});

        assertThat(report.imported()).isEqualTo(1);
        assertThat(onboardings.status(ada).status()).isEqualTo("not_started");
        assertThat(jdbc.sql("select count(*) from accounts where id = ?")
                        .param(ada.value())
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    {'user_id': 'u', 'steps': [                                                   | is not JSON (line 1
                    []                                                                            | is not a JSON object
                    {'steps': []}                                                                 | user_id is missing
                    {'user_id': ' ', 'steps': []}                                                 | user_id must have
                    {'user_id': 'u', 'current_step': 9, 'steps': []}                              | current_step is not a step
                    {'user_id': 'u', 'steps': []}                                                 | started_at is missing
                    {'user_id': 'u', 'started_at': 'soon', 'steps': []}                           | started_at is not a time
                    {'user_id': 'u', 'started_at': '2999-01-01T00:00:00Z', 'steps': []}           | lies in the future
                    {'user_id': 'u', 'steps': [{'step_number': 7, 'status': 'completed'}]}        | step_number is not a step
                    {'user_id': 'u', 'steps': [{'step_number': 1, 'status': 'done'}]}             | status must be
                    {'user_id': 'u', 'steps': [{'step_number': 1, 'status': 'skipped'}]}          | step 1 is required
                    {'user_id': 'u', 'steps': [{'step_number': 1, 'status': 'pending'}, {'step_number': 1, 'status': 'pending'}]} | step 1 is there twice
                    {'user_id': 'u', 'user_id': 'v', 'steps': []}                                 | is not JSON
                    """)
    void aBadFileIsNamedWithItsReason(String content, String reason) throws IOException {
        write("bad", content);

        ImportReport report = run();

        assertThat(report.skipped()).hasSize(1);
        assertThat(report.skipped().getFirst().name()).isEqualTo(".onboarding_progress_bad.json");
        assertThat(report.skipped().getFirst().reason()).contains(reason);
    }

    @Test
    void invalidAnswersAreRefusedByTheRulesOfTheStepWithoutShowingAKey() throws IOException {
        file(ada.value(), KEYS.replace("sk-canary", "xx-canary"));
        file(ada.value() + "2", KEYS.replace("'openai'", "'sk-canary-in-the-wrong-place'"));
        file(ada.value() + "3", KEYS.replace("}}}", "}}, 'status': 'sk-canary"));

        ImportReport report = run();

        assertThat(report.skipped()).hasSize(3);
        assertThat(report.skipped()).extracting(SkippedFile::reason).noneMatch(reason -> reason.contains("canary"));
        assertThat(report.skipped().getFirst().reason()).contains("OpenAI API key must start with sk-");
    }

    @Test
    void aStepAfterAGapIsRefused() throws IOException {
        file(ada.value(), KEYS, RESEARCH);

        assertThat(run().skipped().getFirst().reason()).contains("step 3 is done, but step 2 before it is not");
    }

    @Test
    void theRestGoesInWhereSomeAreBad() throws IOException {
        file(ada.value(), KEYS);
        write("duplicate-of-" + ada.value(), text(ada.value(), KEYS));
        Files.write(directory.resolve(".onboarding_progress_huge.json"), new byte[1024 * 1024 + 1]);
        Path outside = Files.createTempFile("outside", ".json");
        Files.writeString(outside, text(ada.value() + "-outside", KEYS));
        Files.createSymbolicLink(directory.resolve(".onboarding_progress_link.json"), outside);
        Files.createDirectory(directory.resolve(".onboarding_progress_directory.json"));

        ImportReport report = run();

        assertThat(report.files()).isEqualTo(5);
        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.skipped())
                .extracting(SkippedFile::reason)
                .containsExactlyInAnyOrder(
                        "is not a file",
                        "is larger than 1 MB",
                        "is a link that leads out of the directory",
                        "an earlier file has the same user_id");
        Files.delete(outside);
    }

    @Test
    void anImportedOnboardingIsNotClearedAwayBeforeItsPersonSawIt() throws IOException {
        file(ada.value(), KEYS);
        run();

        assertThat(jdbc.sql(
                                "select last_activity_at > now() - interval '1 hour' from wizard_sessions where user_id = ?")
                        .param(ada.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static <T> OnboardingSummary.Saved<T> part(OnboardingSummary.@Nullable Saved<T> part) {
        return Objects.requireNonNull(part);
    }

    private ImportReport run() throws IOException {
        return imports.run(directory, Mode.WRITE, (done, total) -> {});
    }

    private void file(String userId, String... steps) throws IOException {
        write(userId, text(userId, steps));
    }

    private static String text(String userId, String... steps) {
        return "{'user_id': '" + userId + "', 'current_step': 3, 'started_at': '2024-05-01T09:59:00Z', 'steps': ["
                + String.join(",", List.of(steps)) + "]}";
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(".onboarding_progress_" + name + ".json"), content.replace('\'', '"'));
    }

    private String row() {
        return jdbc.sql("""
                        select ws::text || (select string_agg(k::text, '') from api_keys k where k.user_id = ws.user_id)
                               || (select w::text from website_analyses w where w.user_id = ws.user_id)
                        from wizard_sessions ws where user_id = ?
                        """).param(ada.value()).query(String.class).single();
    }
}
