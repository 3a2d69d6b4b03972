package dev.gangway.onboarding;

import static dev.gangway.onboarding.StepData.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.Started;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

@GangwayTest
class OnboardingsTest {

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Onboardings onboardings;

    @Autowired
    private StepData stepData;

    @Autowired
    private WebsiteAnalyses analyses;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private UserId ada;

    @BeforeEach
    void anAccount() {
        ada = accounts.user();
    }

    @Test
    void nothingIsStartedByLooking() {
        assertThat(onboardings.status(ada).status()).isEqualTo("not_started");
        assertThat(onboardings.status(ada).sessionId()).isNull();
        assertThat(onboardings.step(ada, OnboardingStep.RESEARCH).version()).isZero();
        assertThat(onboardings.summary(ada)).isEmpty();
        assertThat(count("wizard_sessions")).isZero();
    }

    @Test
    void startingAgainReturnsTheOnboardingThatExistsAndWipesNothing() {
        Started first = onboardings.start(ada);
        stepData.complete(ada, OnboardingStep.API_KEYS);
        Started again = onboardings.start(ada);

        assertThat(first.resumed()).isFalse();
        assertThat(again.resumed()).isTrue();
        assertThat(again.run().id()).isEqualTo(first.run().id());
        assertThat(onboardings.status(ada).progressPercentage()).isEqualByComparingTo("16.67");
    }

    @Test
    void progressGoesThroughTheSpecifiedFiguresAndFinishAloneGivesAHundred() {
        List<String> figures = new ArrayList<>();
        for (OnboardingStep step : List.of(OnboardingStep.values()).subList(0, 5)) {
            stepData.complete(ada, step);
            figures.add(onboardings.status(ada).progressPercentage().toPlainString());
        }
        assertThat(figures).containsExactly("16.67", "33.33", "50.00", "66.67", "83.33");
        assertThat(onboardings.status(ada).canFinish()).isTrue();

        assertThat(onboardings.finish(ada)).isInstanceOf(FinishOutcome.Finished.class);
        OnboardingStatus finished = onboardings.status(ada);
        assertThat(finished.progressPercentage()).isEqualByComparingTo("100.00");
        assertThat(finished.completed()).isTrue();
        assertThat(finished.completedAt()).isNotNull();
    }

    @Test
    void aStepThatIsNotOpenIsRefusedAndNothingIsStarted() {
        assertThat(stepData.complete(ada, OnboardingStep.RESEARCH)).isInstanceOf(StepOutcome.NotOpen.class);
        assertThat(count("wizard_sessions")).isZero();
    }

    @Test
    void invalidAnswersAreAllToldAndNothingIsStored() {
        StepOutcome outcome =
                save(OnboardingStep.API_KEYS, "{'keys': {'gemini': 'wrong', 'exa': 'x', 'unheard': 'y'}}");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        StepOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly("keys.gemini", "keys.exa", "keys.unheard"));
        assertThat(count("wizard_sessions")).isZero();
    }

    @Test
    void onlyOptionalStepsCanBeSkipped() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        assertThat(onboardings.skip(ada, OnboardingStep.RESEARCH)).isInstanceOf(StepOutcome.Required.class);
        assertThat(onboardings.skip(ada, OnboardingStep.PERSONA)).isInstanceOf(StepOutcome.NotOpen.class);

        stepData.complete(ada, OnboardingStep.RESEARCH);
        assertThat(onboardings.skip(ada, OnboardingStep.PERSONA)).isInstanceOf(StepOutcome.Advanced.class);
        assertThat(onboardings.skip(ada, OnboardingStep.FIRST_DECLARATION)).isInstanceOf(StepOutcome.Advanced.class);
        assertThat(onboardings.summary(ada).orElseThrow().skipped()).containsExactly("persona", "first_declaration");
        assertThat(onboardings.finish(ada)).isInstanceOf(FinishOutcome.Finished.class);
    }

    @Test
    void goingBackAndSavingAgainNeverLowersProgress() {
        stepData.walkTo(ada, OnboardingStep.FIRST_DECLARATION);
        save(OnboardingStep.RESEARCH, "{'research_depth': 'Basic'}");
        onboardings.skip(ada, OnboardingStep.PERSONA);

        OnboardingStatus status = onboardings.status(ada);
        assertThat(status.progressPercentage()).isEqualByComparingTo("66.67");
        assertThat(status.currentStep()).isEqualTo("first_declaration");
        assertThat(saved(OnboardingSummary::research).researchDepth()).isEqualTo("Basic");
        assertThat(onboardings.summary(ada).orElseThrow().persona())
                .as("skipping a completed step keeps its answers")
                .isNotNull();
    }

    @Test
    void finishNamesTheMissingSteps() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);

        assertThat(onboardings.finish(ada))
                .isEqualTo(new FinishOutcome.Missing(List.of("research", "persona", "first_declaration")));
        assertThat(onboardings.finish(accounts.user())).isInstanceOf(FinishOutcome.NotStarted.class);
    }

    @Test
    void twentyFinishesAtOnceHaveOneEffect() throws Exception {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        long before = completions();
        List<FinishOutcome> outcomes = atOnce(20, () -> onboardings.finish(ada));

        assertThat(outcomes)
                .filteredOn(FinishOutcome.Finished.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(FinishOutcome.AlreadyCompleted.class::isInstance)
                .hasSize(19);
        assertThat(completions()).isEqualTo(before + 1);
    }

    @Test
    void twentyStartsAndFirstSavesAtOnceEndWithOneOnboarding() throws Exception {
        List<StepOutcome> outcomes = atOnce(20, () -> stepData.complete(ada, OnboardingStep.API_KEYS));

        assertThat(outcomes).hasSize(20).allMatch(StepOutcome.Advanced.class::isInstance);
        assertThat(count("wizard_sessions")).isEqualTo(1);
    }

    @Test
    void differentFieldsOfOneStepFromTwoTabsAreBothKept() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);
        long seen = onboardings.step(ada, OnboardingStep.RESEARCH).version();

        save(OnboardingStep.RESEARCH, "{'research_depth': 'Basic', 'auto_research': true}", seen);
        StepOutcome second = save(OnboardingStep.RESEARCH, "{'research_depth': 'Deep', 'auto_research': false}", seen);

        assertThat(second).isInstanceOf(StepOutcome.Advanced.class);
        Answers merged = onboardings.step(ada, OnboardingStep.RESEARCH).data();
        assertThat(merged.get("research_depth").orElseThrow().stringValue()).isEqualTo("Basic");
        assertThat(merged.get("auto_research").orElseThrow().booleanValue()).isFalse();
    }

    @Test
    void theSameFieldFromTwoTabsIsShownWithBothValuesAndNothingIsStored() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);
        long seen = onboardings.step(ada, OnboardingStep.RESEARCH).version();
        save(OnboardingStep.RESEARCH, "{'research_depth': 'Basic'}", seen);

        StepOutcome second = save(OnboardingStep.RESEARCH, "{'research_depth': 'Comprehensive'}", seen);

        assertThat(second)
                .isInstanceOfSatisfying(
                        StepOutcome.Conflict.class,
                        conflict -> assertThat(conflict.conflicts())
                                .extracting(
                                        FieldConflict::field,
                                        it -> it.yours().stringValue(),
                                        it -> it.theirs().stringValue())
                                .containsExactly(tuple("research_depth", "Comprehensive", "Basic")));
        assertThat(saved(OnboardingSummary::research).researchDepth()).isEqualTo("Basic");
    }

    @Test
    void aStaleFirstSaveMergesOnTheEmptyForm() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        save(OnboardingStep.WEBSITE, "{'website_url': 'example.org', 'industry': 'Crafts'}", 0);
        StepOutcome second =
                save(OnboardingStep.WEBSITE, "{'website_url': 'example.org', 'target_audience': 'Sailors'}", 0);

        assertThat(second).as("the same address, spelled alike").isInstanceOf(StepOutcome.Advanced.class);
        assertThat(website().industry()).isEqualTo("Crafts");
        assertThat(website().targetAudience()).isEqualTo("Sailors");
    }

    @Test
    void aVersionThatTheStepNeverHadIsNoReasonToOverwrite() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);

        assertThat(save(OnboardingStep.WEBSITE, "{'industry': 'Shipyards'}", 50))
                .isInstanceOf(StepOutcome.Conflict.class);
        assertThat(website().industry()).isEqualTo("Crafts");
    }

    @Test
    void startsBesideErasuresAreAllAnswered() throws Exception {
        List<Boolean> answered = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            AtomicInteger turn = new AtomicInteger();
            answered.addAll(atOnce(6, () -> turn.incrementAndGet() % 2 == 0 ? onboardings.erase(ada) : started()));
        }

        assertThat(answered).hasSize(120);
    }

    private boolean started() {
        onboardings.start(ada);
        return true;
    }

    @Test
    void aLimitOfCharactersIsAWholeNumberHoweverItIsWritten() {
        stepData.walkTo(ada, OnboardingStep.PERSONA);

        StepOutcome saved = stepData.complete(ada, OnboardingStep.PERSONA);
        StepOutcome again =
                save(OnboardingStep.PERSONA, "{'platform_personas': {'linkedin': {'character_limit': 1e2}}}");

        assertThat(List.of(saved, again)).allMatch(StepOutcome.Advanced.class::isInstance);
        assertThat(saved(OnboardingSummary::persona).rules().get("linkedin.character_limit"))
                .isEqualTo(IntNode.valueOf(100));
    }

    @Test
    void theSummaryShowsNoAnalysisOfAnotherAddressThanTheSavedOne() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        save(OnboardingStep.WEBSITE, "{'website_url': 'https://one.invalid', 'industry': 'Crafts'}");
        assertThat(onboardings.summary(ada).orElseThrow().analysis()).isNotNull();

        analyses.start(ada, "https://other.invalid");
        assertThat(onboardings.summary(ada).orElseThrow().analysis()).isNull();
        save(OnboardingStep.WEBSITE, "{'website_url': 'https://other.invalid'}");
        assertThat(onboardings.summary(ada).orElseThrow().analysis()).isNotNull();
    }

    @Test
    void aFieldLeftOutIsUnchangedAndNullClearsIt() {
        stepData.walkTo(ada, OnboardingStep.RESEARCH);
        save(OnboardingStep.WEBSITE, "{'target_audience': 'Sailors'}");
        assertThat(website().industry()).isEqualTo("Crafts");
        assertThat(website().targetAudience()).isEqualTo("Sailors");

        save(OnboardingStep.WEBSITE, "{'industry': null}");
        assertThat(website().industry()).isEmpty();
    }

    @Test
    void apiKeysAreMaskedEncryptedReplacedAndRemoved() {
        stepData.complete(ada, OnboardingStep.API_KEYS);
        save(OnboardingStep.API_KEYS, "{'keys': {'exa': '0b1c2d3e-4f50-4a61-8b72-93a4b5c6d7e8'}}");
        assertThat(onboardings.step(ada, OnboardingStep.API_KEYS).data().get("keys.openai.masked"))
                .contains(StringNode.valueOf("••••c35d"));
        assertThat(jdbc.sql("select ciphertext from api_keys where user_id = ?")
                        .param(ada.value())
                        .query(byte[].class)
                        .list())
                .hasSize(2)
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("canary"));

        save(OnboardingStep.API_KEYS, "{'keys': {'exa': null}}");
        assertThat(saved(OnboardingSummary::keys))
                .extracting(OnboardingSummary.Key::provider)
                .containsExactly(Provider.OPENAI);

        assertThat(save(OnboardingStep.API_KEYS, "{'keys': {'openai': null}}"))
                .as("one of the main ones must stay")
                .isInstanceOf(StepOutcome.Invalid.class);
    }

    @Test
    void noKeyIsFoundInAnyTable() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        save(OnboardingStep.API_KEYS, "{'keys': {'openai': 'sk-canary-again-1234567890'}}");
        onboardings.replaceDraft(ada, OnboardingStep.API_KEYS, StepData.of(OnboardingStep.API_KEYS));

        List<@Nullable String> tables = jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        assertThat(tables)
                .hasSizeGreaterThan(10)
                .noneSatisfy(table -> assertThat(
                                jdbc.sql("select count(*) from " + table + " t where t::text like '%sk-canary%'")
                                        .query(Long.class)
                                        .single())
                        .isPositive());
    }

    @Test
    void theKnowledgeBlockIsMadeOnceHoweverOftenItIsSent() throws Exception {
        stepData.walkTo(ada, OnboardingStep.FIRST_DECLARATION);
        atOnce(10, () -> stepData.complete(ada, OnboardingStep.FIRST_DECLARATION));
        Optional<KBlock> first = onboardings.firstKblock(ada);
        save(OnboardingStep.FIRST_DECLARATION, "{'declaration': 'Something else altogether'}");

        assertThat(count("kblocks")).isEqualTo(1);
        KBlock edited = onboardings.firstKblock(ada).orElseThrow();
        assertThat(edited.id()).isEqualTo(first.orElseThrow().id());
        assertThat(edited.title()).isEqualTo("Something else altogether");
        assertThat(onboardings.status(ada).firstKblockId()).isEqualTo(edited.id());
        assertThat(jdbc.sql("select data ->> 'declaration' from response_history where user_id = ?"
                                + " and step_key = 'first_declaration'")
                        .param(ada.value())
                        .query(String.class)
                        .list())
                .as("the earlier wording is kept")
                .contains("We keep old boats afloat. Everything else follows.");
    }

    @Test
    void draftsAreKeptFieldByFieldWithoutNextAndGoneAfterIt() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        onboardings.keepDraft(ada, OnboardingStep.WEBSITE, answers("{'industry': 'Cra'}"));
        onboardings.keepDraft(ada, OnboardingStep.WEBSITE, answers("{'target_audience': 'Sai', 'unheard_of': 1}"));

        StepView view = onboardings.step(ada, OnboardingStep.WEBSITE);
        assertThat(view.draft()).isEqualTo(answers("{'industry': 'Cra', 'target_audience': 'Sai'}"));
        assertThat(onboardings.status(ada).progressPercentage()).isEqualByComparingTo("16.67");

        stepData.complete(ada, OnboardingStep.WEBSITE);
        assertThat(onboardings.step(ada, OnboardingStep.WEBSITE).draft().isEmpty())
                .isTrue();
    }

    @Test
    void aSubmissionLeavesTheOtherTabsDraftAlone() {
        stepData.walkTo(ada, OnboardingStep.WEBSITE);
        onboardings.keepDraft(
                ada, OnboardingStep.WEBSITE, answers("{'industry': 'mine', 'target_audience': 'theirs'}"));
        onboardings.complete(
                ada,
                OnboardingStep.WEBSITE,
                new Submission(StepData.of(OnboardingStep.WEBSITE), null, Set.of("industry")));

        assertThat(onboardings.step(ada, OnboardingStep.WEBSITE).draft())
                .isEqualTo(answers("{'target_audience': 'theirs'}"));
    }

    @Test
    void aDraftStartsTheOnboardingButNeverHoldsASecret() {
        assertThat(onboardings.replaceDraft(ada, OnboardingStep.API_KEYS, StepData.of(OnboardingStep.API_KEYS)))
                .isTrue();

        assertThat(onboardings.status(ada).status()).isEqualTo("in_progress");
        assertThat(onboardings.step(ada, OnboardingStep.API_KEYS).draft().isEmpty())
                .isTrue();
    }

    @Test
    void afterCompletionTheWizardChangesNothingAndTheSettingsDo() {
        assertThat(revise("{'research_depth': 'Basic'}")).isInstanceOf(StepOutcome.NotCompleted.class);
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        onboardings.finish(ada);

        assertThat(stepData.complete(ada, OnboardingStep.RESEARCH)).isInstanceOf(StepOutcome.AlreadyCompleted.class);
        assertThat(onboardings.skip(ada, OnboardingStep.PERSONA)).isInstanceOf(StepOutcome.AlreadyCompleted.class);
        assertThat(revise("{'research_depth': 'Basic'}")).isInstanceOf(StepOutcome.Advanced.class);
        assertThat(onboardings.status(ada).progressPercentage()).isEqualByComparingTo("100.00");
        assertThat(saved(OnboardingSummary::research).researchDepth()).isEqualTo("Basic");
    }

    @Test
    void erasingLeavesNothingAndEverythingOfOthers() {
        UserId bob = accounts.user();
        stepData.walkTo(bob, OnboardingStep.SUMMARY);
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        onboardings.keepDraft(ada, OnboardingStep.WEBSITE, answers("{'industry': 'x'}"));

        assertThat(onboardings.erase(ada)).isTrue();
        assertThat(onboardings.status(ada).status()).isEqualTo("not_started");
        for (String table : List.of(
                "wizard_sessions",
                "api_keys",
                "website_analyses",
                "research_preferences",
                "persona_data",
                "kblocks",
                "drafts",
                "response_history")) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(onboardings.status(bob).canFinish()).isTrue();
    }

    @Test
    void theSummaryIsWhatTheDatabaseHolds() {
        stepData.walkTo(ada, OnboardingStep.SUMMARY);
        jdbc.sql("update persona_data set brand_voice = 'changed by hand' where user_id = ?")
                .param(ada.value())
                .update();

        OnboardingSummary summary = onboardings.summary(ada).orElseThrow();
        assertThat(saved(OnboardingSummary::persona).brandVoice()).isEqualTo("changed by hand");
        assertThat(saved(OnboardingSummary::keys))
                .singleElement()
                .satisfies(key -> assertThat(key.masked()).isEqualTo("••••c35d"));
        assertThat(saved(OnboardingSummary::persona).toAnswers())
                .isEqualTo(onboardings
                        .step(ada, OnboardingStep.PERSONA)
                        .data()
                        .where(field -> !field.startsWith("quality_metrics"))
                        .with(answers("{'core_persona': {'identity': {'brand_voice': 'changed by hand'}}}")));
        assertThat(summary.capabilities())
                .extracting(OnboardingSummary.Capability::name, OnboardingSummary.Capability::unlocked)
                .containsExactly(
                        tuple("ai_content", true),
                        tuple("style_analysis", false),
                        tuple("research_tools", true),
                        tuple("personalization", false),
                        tuple("persona", true));
    }

    private Website website() {
        return saved(OnboardingSummary::website);
    }

    private <T> T saved(Function<OnboardingSummary, OnboardingSummary.@Nullable Saved<T>> part) {
        return Objects.requireNonNull(part.apply(onboardings.summary(ada).orElseThrow()))
                .value();
    }

    private StepOutcome revise(String json) {
        return onboardings.revise(ada, OnboardingStep.RESEARCH, Submission.of(answers(json)));
    }

    private StepOutcome save(OnboardingStep step, String json) {
        return onboardings.complete(ada, step, Submission.of(answers(json)));
    }

    private StepOutcome save(OnboardingStep step, String json, long version) {
        return onboardings.complete(ada, step, new Submission(answers(json), version, null));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where user_id = ?")
                .param(ada.value())
                .query(Long.class)
                .single();
    }

    private long completions() {
        return jdbc.sql("select coalesce(sum(completed), 0) from wizard_completions")
                .query(Long.class)
                .single();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result :
                    threads.invokeAll(Stream.generate(() -> work).limit(times).toList())) {
                results.add(result.get());
            }
            return results;
        }
    }

    @Test
    void draftsAreCountedByStepAndOutcome() {
        double saved = drafts("website", "saved");
        double notOpen = drafts("persona", "not_open");
        stepData.complete(ada, OnboardingStep.API_KEYS);

        onboardings.keepDraft(ada, OnboardingStep.WEBSITE, answers("{'industry': 'Cra'}"));
        onboardings.keepDraft(ada, OnboardingStep.PERSONA, answers("{'selected_platforms': []}"));

        assertThat(drafts("website", "saved")).isGreaterThanOrEqualTo(saved + 1);
        assertThat(drafts("persona", "not_open")).isGreaterThanOrEqualTo(notOpen + 1);
    }

    private double drafts(String step, String outcome) {
        return meters.counter("gangway.drafts", "step", step, "outcome", outcome)
                .count();
    }
}
