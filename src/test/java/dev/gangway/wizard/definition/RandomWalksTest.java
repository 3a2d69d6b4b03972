package dev.gangway.wizard.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FinishOutcome;
import dev.gangway.wizard.Response;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionView;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.Wizards;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What holds for every wizard and whatever people answer, tried on definitions and answers that follow from a seed. */
@GangwayTest
class RandomWalksTest {

    private static final int WIZARDS = 6;
    private static final int MOVES = 15;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private Wizards wizards;

    @Autowired
    private TestWizards testWizards;

    @Autowired
    private TestAccounts accounts;

    private UserId ada;

    @BeforeEach
    void someone() {
        ada = accounts.user();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void progressNeverFallsHiddenFieldsAreNeverRequiredAndEveryWalkCanBeFinished(long seed) {
        Random random = new Random(seed);
        RandomWizards made = new RandomWizards(seed);
        for (int wizard = 0; wizard < WIZARDS; wizard++) {
            WizardContent content = made.next();
            WizardSessionId run = testWizards.begin(ada, testWizards.publish(content));
            for (int move = 0; move < MOVES; move++) {
                StepContent step =
                        content.steps().get(random.nextInt(content.steps().size()));
                move(run, step, some(step, made, random), seed + "/" + wizard + "/" + move);
            }
            finish(run, made, seed + "/" + wizard);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void whatWasExportedIsExportedTheSameAfterAnImport(long seed) {
        RandomWizards made = new RandomWizards(seed);
        for (int wizard = 0; wizard < WIZARDS; wizard++) {
            WizardContent stored = content(testWizards.publish(made.next()));
            for (String export :
                    List.of(wizards.yaml(stored), wizards.json(stored).toString())) {
                WizardContent again = ((Imported.Read) new DefinitionFiles().read(export, Locale.ENGLISH)).content();
                assertThat(again).isEqualTo(stored);
                assertThat(wizards.yaml(again)).isEqualTo(wizards.yaml(stored));
                assertThat(wizards.json(again)).isEqualTo(wizards.json(stored));
            }
        }
    }

    /** One try at a step that may be hidden or not open yet, with answers that may lack something. */
    private void move(WizardSessionId run, StepContent step, Answers sent, String where) {
        WizardSessionView before = found(run);
        Answers merged =
                sessions.view(ada, run, step.key()).orElseThrow().data().with(sent);
        Set<String> needed = before.asked(step.key(), merged).stream()
                .flatMap(asked -> asked.fields().stream())
                .filter(AskedStep.AskedField::required)
                .map(field -> field.field().key())
                .collect(Collectors.toSet());
        StepOutcome outcome =
                sessions.complete(ada, run, step.key(), Submission.of(sent)).orElseThrow();
        switch (outcome) {
            case StepOutcome.Advanced(WizardSession was, WizardSession is) -> {
                assertThat(is.progress())
                        .as(where)
                        .isGreaterThanOrEqualTo(was.progress())
                        .isLessThan(new BigDecimal(100));
                assertThat(found(run).session().progress()).as(where).isEqualTo(is.progress());
                assertThat(needed)
                        .as(where)
                        .allMatch(field ->
                                merged.get(field).filter(Asking::isAnswer).isPresent());
            }
            case StepOutcome.Invalid(var problems) -> {
                assertThat(needed)
                        .as(where)
                        .containsAll(problems.stream().map(FieldProblem::field).toList());
                assertThat(found(run)).as(where).isEqualTo(before);
            }
            case StepOutcome.NotOpen() ->
                assertThat(before.session().isOpen(step.key())).as(where).isFalse();
            default -> throw new AssertionError(where + ": " + outcome);
        }
        assertOnlyWhatIsAskedIsReported(found(run), where);
    }

    private static void assertOnlyWhatIsAskedIsReported(WizardSessionView view, String where) {
        for (Response response : view.responses()) {
            Optional<AskedStep> asked = view.asked().stream()
                    .filter(step -> step.content().key().equals(response.stepKey()))
                    .findFirst();
            assertThat(asked).as(where).isPresent();
            assertThat(asked.orElseThrow().fields().stream()
                            .map(field -> field.field().key())
                            .toList())
                    .as(where)
                    .containsAll(response.data().fields().keySet());
        }
    }

    /** Answers everything that is asked, from the first step on: then nothing can be missing. */
    private void finish(WizardSessionId run, RandomWizards made, String where) {
        int next = 0;
        for (List<AskedStep> asked = found(run).asked();
                next < asked.size();
                asked = found(run).asked()) {
            StepContent step = asked.get(next++).content();
            BigDecimal before = found(run).session().progress();
            StepOutcome outcome = sessions.complete(ada, run, step.key(), Submission.of(all(step, made)))
                    .orElseThrow();
            assertThat(outcome).as(where).isInstanceOf(StepOutcome.Advanced.class);
            assertThat(found(run).session().progress()).as(where).isBetween(before, new BigDecimal("99.99"));
        }
        assertThat(sessions.finish(ada, run)).as(where).containsInstanceOf(FinishOutcome.Finished.class);
        assertThat(found(run).session().progress()).as(where).isEqualByComparingTo("100");
        assertOnlyWhatIsAskedIsReported(found(run), where);
    }

    private static Answers some(StepContent step, RandomWizards made, Random random) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (Field field : step.fields()) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    // Left out: unchanged.
                }
                case 1 -> answers.put(field.key(), NullNode.getInstance());
                default -> answers.put(field.key(), made.answer(field));
            }
        }
        return new Answers(answers);
    }

    private static Answers all(StepContent step, RandomWizards made) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        step.fields().forEach(field -> answers.put(field.key(), made.answer(field)));
        return new Answers(answers);
    }

    private WizardSessionView found(WizardSessionId run) {
        return sessions.find(ada, run).orElseThrow();
    }

    private WizardContent content(UUID wizard) {
        return wizards.version(wizard, wizards.find(wizard).orElseThrow().requireVersion())
                .orElseThrow()
                .content();
    }
}
