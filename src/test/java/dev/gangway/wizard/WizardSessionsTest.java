package dev.gangway.wizard;

import static dev.gangway.wizard.TestWizards.answers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.Statements;
import dev.gangway.TestAccounts;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.UserId;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class WizardSessionsTest {

    private static final String FOUR = """
            steps:
              - {key: model, title: Model, required: true, fields: [
                  {key: kind, type: single_choice, label: Kind, required: true, options: [{value: air, label: Air}, {value: pro, label: Pro}]},
                  {key: inches, type: number, label: Inches, default: 14}]}
              - {key: memory, title: Memory, required: true, fields: [{key: gb, type: number, label: GB, required: true}]}
              - {key: extras, title: Extras, fields: [{key: mouse, type: yes_no, label: Mouse}, {key: note, type: short_text, label: Note}]}
              - {key: delivery, title: Delivery, required: true, fields: [{key: city, type: short_text, label: City, required: true}]}
            """;

    private static final String CONDITIONAL = """
            steps:
              - {key: basics, title: Basics, required: true, fields: [
                  {key: model, type: single_choice, label: Model, required: true, options: [{value: air, label: Air}, {value: pro, label: Pro}]},
                  {key: engraving, type: short_text, label: Engraving, required: true, show_if: {field: basics.model, equals: pro}}]}
              - {key: stand, title: Stand, required: true, show_if: {field: basics.model, equals: pro}, fields: [{key: height, type: number, label: Height, required: true}]}
              - {key: end, title: End, required: true, fields: [{key: reason, type: short_text, label: Reason, require_if: {field: basics.model, equals: pro}}]}
            """;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private Wizards wizards;

    @Autowired
    private WizardPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TestWizards testWizards;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UserId ada;

    @BeforeEach
    void account() {
        ada = accounts.user();
    }

    @Test
    void fourStepsShow25And50And75AndOnlyCompletingGives100() {
        UUID wizard = testWizards.publish(FOUR);
        WizardSessionId id = testWizards.begin(ada, wizard);

        assertThat(progressAfter(id, "model", "{'kind': 'air'}")).isEqualByComparingTo("25");
        assertThat(progressAfter(id, "memory", "{'gb': 0}")).isEqualByComparingTo("50");
        assertThat(progressAfter(id, "model", "{'kind': 'pro'}"))
                .as("going back")
                .isEqualByComparingTo("50");
        assertThat(sessions.skip(ada, id, "extras")).containsInstanceOf(StepOutcome.Advanced.class);
        assertThat(progressAfter(id, "delivery", "{'city': 'Bern'}"))
                .as("a saved last step alone stays below")
                .isEqualByComparingTo("75");
        assertThat(session(id).status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);

        assertThat(sessions.finish(ada, id)).containsInstanceOf(FinishOutcome.Finished.class);
        WizardSession finished = session(id);
        assertThat(finished.progress()).isEqualByComparingTo("100");
        assertThat(finished.status()).isEqualTo(WizardSessionStatus.COMPLETED);
        assertThat(wizards.find(wizard).orElseThrow().completedSessions()).isEqualTo(1);

        assertThat(sessions.finish(ada, id)).containsInstanceOf(FinishOutcome.AlreadyCompleted.class);
        assertThat(sessions.complete(ada, id, "model", Submission.of(Answers.NONE)))
                .containsInstanceOf(StepOutcome.AlreadyCompleted.class);
        assertThat(sessions.skip(ada, id, "extras")).containsInstanceOf(StepOutcome.AlreadyCompleted.class);
        assertThat(sessions.change(ada, id, new Change("Other", null, null)))
                .containsInstanceOf(ChangeOutcome.AlreadyCompleted.class);
        assertThat(drafts.keep(ada, id, "model", answers("{'kind': 'air'}"))).isEqualTo(DraftKept.NOT_OPEN);
        assertThat(sessions.delete(ada, id)).isEqualTo(DeleteOutcome.STAYS);
        assertThat(wizards.find(wizard).orElseThrow().completedSessions()).isEqualTo(1);
    }

    @Test
    void theLastStepsNextSavesItAndCompletesInOneGo() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        next(id, "model", "{'kind': 'air'}");
        next(id, "memory", "{'gb': 16}");
        next(id, "extras", "{'mouse': false}");
        assertThat(session(id).isCompleted()).isFalse();

        assertThat(next(id, "delivery", "{'city': 'Bern'}").isCompleted()).isTrue();
        assertThat(session(id).isCompleted()).isTrue();
        assertThat(sessions.find(ada, id).orElseThrow().responses())
                .extracting(Response::stepKey)
                .containsExactly("model", "memory", "extras", "delivery");
    }

    @Test
    void hiddenStepsAreNotAskedNotCountedAndNotReportedButKept() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(CONDITIONAL));
        assertThat(progressAfter(id, "basics", "{'model': 'pro', 'engraving': 'Ada'}"))
                .isEqualByComparingTo("33.33");
        assertThat(progressAfter(id, "stand", "{'height': 30}")).isEqualByComparingTo("66.67");

        WizardSession hidden = saved(id, "basics", "{'model': 'air'}");
        assertThat(hidden.wizard().steps()).extracting(StepDefinition::key).containsExactly("basics", "end");
        assertThat(hidden.progress()).as("never lower").isEqualByComparingTo("66.67");
        WizardSessionView view = sessions.find(ada, id).orElseThrow();
        assertThat(view.responses()).extracting(Response::stepKey).containsExactly("basics");
        assertThat(view.responses().getFirst().data().fields()).containsOnlyKeys("model");
        assertThat(sessions.complete(ada, id, "stand", Submission.of(answers("{'height': 1}"))))
                .containsInstanceOf(StepOutcome.NotOpen.class);
        assertThat(sessions.skip(ada, id, "stand")).containsInstanceOf(StepOutcome.NotOpen.class);

        WizardSession shown = saved(id, "basics", "{'model': 'pro'}");
        assertThat(shown.wizard().steps()).extracting(StepDefinition::key).containsExactly("basics", "stand", "end");
        assertThat(shown.currentStep().key()).isEqualTo("end");
        assertThat(sessions.find(ada, id).orElseThrow().responses().getFirst().data())
                .as("the hidden field's answer was kept")
                .isEqualTo(answers("{'model': 'pro', 'engraving': 'Ada'}"));
    }

    @Test
    void whatAnAnswerElsewhereMadeRequiredIsMissingUntilItIsAnswered() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(CONDITIONAL));
        saved(id, "basics", "{'model': 'air'}");
        saved(id, "end", "{}");
        saved(id, "basics", "{'model': 'pro', 'engraving': 'x'}");
        saved(id, "stand", "{'height': 0}");

        assertThat(sessions.finish(ada, id)).contains(new FinishOutcome.Missing(List.of("end")));
        assertThat(session(id).currentStep().key()).isEqualTo("end");

        saved(id, "end", "{'reason': 'because'}");
        assertThat(sessions.finish(ada, id)).containsInstanceOf(FinishOutcome.Finished.class);
    }

    @Test
    void finishingNamesTheRequiredStepsThatAreMissingAndLeavesOptionalOnesAlone() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        assertThat(sessions.finish(ada, id))
                .contains(new FinishOutcome.Missing(List.of("model", "memory", "delivery")));
        assertThat(session(id).isCompleted()).isFalse();
    }

    @Test
    void everyFieldErrorIsToldAndNothingIsStored() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(CONDITIONAL));
        StepOutcome outcome = sessions.complete(
                        ada, id, "basics", Submission.of(answers("{'model': 'pro', 'other': 1}")))
                .orElseThrow();

        assertThat(((StepOutcome.Invalid) outcome).problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("engraving", "other");
        assertThat(session(id).version()).isZero();
        assertThat(sessions.find(ada, id).orElseThrow().responses()).isEmpty();
    }

    @Test
    void twoTabsMergeWhatOnlyOneChangedAndAreAskedAboutTheRest() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        saved(id, "model", "{'kind': 'air', 'inches': 14}");
        long seen = session(id).version();

        saved(id, "model", "{'kind': 'air', 'inches': 16}");
        Submission other = new Submission(answers("{'kind': 'pro', 'inches': 14}"), seen, null);
        assertThat(sessions.complete(ada, id, "model", other)).containsInstanceOf(StepOutcome.Advanced.class);
        assertThat(sessions.find(ada, id)
                        .orElseThrow()
                        .responses()
                        .getFirst()
                        .data()
                        .nested())
                .hasToString("{\"kind\":\"pro\",\"inches\":16}");

        Submission third = new Submission(answers("{'inches': 17}"), seen, null);
        assertThat(((StepOutcome.Conflict)
                                sessions.complete(ada, id, "model", third).orElseThrow())
                        .conflicts())
                .singleElement()
                .satisfies(conflict -> {
                    assertThat(conflict.field()).isEqualTo("inches");
                    assertThat(conflict.yours().intValue()).isEqualTo(17);
                    assertThat(conflict.theirs().intValue()).isEqualTo(16);
                });
    }

    @Test
    void twentyCompletionsAtOnceHaveOneEffect() throws Exception {
        UUID wizard = testWizards.publish(FOUR);
        WizardSessionId id = testWizards.begin(ada, wizard);
        next(id, "model", "{'kind': 'air'}");
        next(id, "memory", "{'gb': 16}");
        saved(id, "extras", "{}");
        saved(id, "delivery", "{'city': 'Bern'}");

        List<FinishOutcome> outcomes = atOnce(20, () -> sessions.finish(ada, id).orElseThrow());

        assertThat(outcomes)
                .filteredOn(FinishOutcome.Finished.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(FinishOutcome.AlreadyCompleted.class::isInstance)
                .hasSize(19);
        assertThat(wizards.find(wizard).orElseThrow().completedSessions()).isEqualTo(1);
    }

    @Test
    void twoTabsThatSubmitAtOnceLoseNothing() throws Exception {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        saved(id, "model", "{'kind': 'air'}");
        saved(id, "memory", "{'gb': 8}");
        saved(id, "extras", "{'mouse': false, 'note': ''}");
        long seen = session(id).version();
        List<String> sent = new ArrayList<>(List.of("{'mouse': true}", "{'note': 'left-handed'}"));

        List<StepOutcome> outcomes = atOnce(2, () -> {
            String mine;
            synchronized (sent) {
                mine = sent.removeFirst();
            }
            return sessions.complete(ada, id, "extras", new Submission(answers(mine), seen, null))
                    .orElseThrow();
        });

        assertThat(outcomes).allMatch(StepOutcome.Advanced.class::isInstance);
        assertThat(sessions.find(ada, id).orElseThrow().responses().get(2).data())
                .isEqualTo(answers("{'mouse': true, 'note': 'left-handed'}"));
    }

    @Test
    void nobodyReachesAnothersWizardSession() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        UserId eve = accounts.user();

        assertThat(sessions.find(eve, id)).isEmpty();
        assertThat(sessions.open(eve, id)).isEmpty();
        assertThat(sessions.view(eve, id, "model")).isEmpty();
        assertThat(sessions.complete(eve, id, "model", Submission.of(answers("{'kind': 'air'}"))))
                .isEmpty();
        assertThat(sessions.skip(eve, id, "model")).isEmpty();
        assertThat(sessions.finish(eve, id)).isEmpty();
        assertThat(sessions.change(eve, id, new Change("Mine", null, null))).isEmpty();
        assertThat(sessions.delete(eve, id)).isEqualTo(DeleteOutcome.NOT_FOUND);
        assertThat(drafts.keep(eve, id, "model", answers("{'kind': 'air'}"))).isEqualTo(DraftKept.NOT_FOUND);
        assertThat(sessions.list(eve, OwnFilter.ALL, null, 10)).isEmpty();
    }

    @Test
    void draftsAreKeptPerFieldAndDroppedByTheSubmission() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        assertThat(drafts.keep(ada, id, "model", answers("{'kind': 'pro', 'unheard_of': 1}")))
                .isEqualTo(DraftKept.KEPT);
        assertThat(drafts.keep(ada, id, "model", answers("{'inches': 0}"))).isEqualTo(DraftKept.KEPT);
        assertThat(drafts.keep(ada, id, "delivery", answers("{'city': 'Bern'}")))
                .isEqualTo(DraftKept.NOT_OPEN);
        assertThat(drafts.keep(ada, id, "nowhere", answers("{'city': 'Bern'}"))).isEqualTo(DraftKept.NOT_FOUND);

        StepView view = sessions.view(ada, id, "model").orElseThrow();
        assertThat(view.draft()).isEqualTo(answers("{'kind': 'pro', 'inches': 0}"));
        assertThat(view.data().get("inches").orElseThrow().intValue())
                .as("the default")
                .isEqualTo(14);

        saved(id, "model", "{'kind': 'pro', 'inches': null}");
        StepView after = sessions.view(ada, id, "model").orElseThrow();
        assertThat(after.draft()).isEqualTo(Answers.NONE);
        assertThat(after.data())
                .as("a default that was cleared does not come back")
                .isEqualTo(answers("{'kind': 'pro'}"));
    }

    @Test
    void anAbandonedOneIsBroughtBackByOpeningIt() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        jdbc.sql("update wizard_sessions set status = 'abandoned', abandoned_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();

        assertThat(session(id).status()).isEqualTo(WizardSessionStatus.ABANDONED);
        assertThat(sessions.open(ada, id).orElseThrow().session().status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);
        assertThat(session(id).status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);
    }

    @Test
    void whatRunsExpiresWhenItsWizardEndsAndWhatIsCompletedStays() {
        UUID wizard = testWizards.publish(CONDITIONAL);
        WizardSessionId running = testWizards.begin(ada, wizard);
        WizardSessionId done = testWizards.begin(ada, wizard);
        next(done, "basics", "{'model': 'air'}");
        next(done, "end", "{}");

        assertThat(publishing.archive(wizard, clock.instant().minusSeconds(1)))
                .isInstanceOf(ArchiveOutcome.Archived.class);

        assertThat(session(running).status()).isEqualTo(WizardSessionStatus.EXPIRED);
        assertThat(session(done).status()).isEqualTo(WizardSessionStatus.COMPLETED);
        assertThat(sessions.complete(ada, running, "basics", Submission.of(answers("{'model': 'air'}"))))
                .containsInstanceOf(StepOutcome.Expired.class);
        assertThat(sessions.finish(ada, running)).containsInstanceOf(FinishOutcome.Expired.class);
        assertThat(sessions.create(ada, wizard, "")).isInstanceOf(CreateOutcome.NotOffered.class);
        OwnFilter expired = new OwnFilter(WizardSessionStatus.EXPIRED, null, "");
        assertThat(sessions.list(ada, expired, null, 10))
                .extracting(OwnWizardSession::id)
                .containsExactly(running);
    }

    @Test
    void renamingAndMovingChangeNothingElse() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        saved(id, "model", "{'kind': 'air'}");

        assertThat(sessions.change(ada, id, new Change("Mine 🎉", "model", null)))
                .containsInstanceOf(ChangeOutcome.Changed.class);
        WizardSession changed = session(id);
        assertThat(changed.name()).isEqualTo("Mine 🎉");
        assertThat(changed.currentStep().key()).isEqualTo("model");
        assertThat(changed.progress()).isEqualByComparingTo("25");

        assertThat(sessions.change(ada, id, new Change(null, "delivery", null)))
                .containsInstanceOf(ChangeOutcome.NotOpen.class);
        assertThat(sessions.change(ada, id, new Change(" ", null, null)))
                .containsInstanceOf(ChangeOutcome.Invalid.class);
        assertThat(sessions.change(ada, id, new Change("Stale", null, 0L)))
                .containsInstanceOf(ChangeOutcome.Conflict.class);
        saved(id, "model", "{}");
        assertThat(session(id).currentStep().key()).as("a Next goes on").isEqualTo("memory");
    }

    @Test
    void theOwnListGoesFromTheNewestOnAndIsFiltered() {
        UUID wizard = testWizards.publish(FOUR);
        UUID other = testWizards.publish(CONDITIONAL);
        WizardSessionId first = testWizards.begin(ada, wizard);
        WizardSessionId second = testWizards.begin(ada, other);
        WizardSessionId third = testWizards.begin(ada, wizard);
        sessions.change(ada, second, new Change("100 %_off", null, null));

        assertThat(sessions.list(ada, OwnFilter.ALL, null, 2))
                .extracting(OwnWizardSession::id)
                .containsExactly(third, second);
        assertThat(sessions.list(ada, OwnFilter.ALL, second, 2))
                .extracting(OwnWizardSession::id)
                .containsExactly(first);
        assertThat(sessions.list(ada, new OwnFilter(null, other, ""), null, 9))
                .extracting(OwnWizardSession::id)
                .containsExactly(second);
        assertThat(sessions.list(ada, new OwnFilter(WizardSessionStatus.IN_PROGRESS, null, "0 %_O"), null, 9))
                .extracting(OwnWizardSession::id)
                .containsExactly(second);
        assertThat(sessions.list(ada, new OwnFilter(WizardSessionStatus.COMPLETED, null, ""), null, 9))
                .isEmpty();
    }

    @Test
    void aNextCostsAtMostSixStatements() throws Exception {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        // One of the six is left to find out who is calling.
        assertThat(statements.of(() -> next(id, "model", "{'kind': 'air'}"))).hasSizeBetween(3, 5);
        assertThat(statements.of(() -> next(id, "model", "{'kind': 'pro'}"))).hasSizeBetween(3, 5);
        next(id, "memory", "{'gb': 16}");
        next(id, "extras", "{}");
        assertThat(statements.of(() -> next(id, "delivery", "{'city': 'Bern'}")))
                .hasSizeBetween(3, 5);
        assertThat(session(id).isCompleted()).isTrue();
    }

    @Test
    void anotherVersionLeavesRunsOnTheirs() {
        UUID wizard = testWizards.publish(FOUR);
        WizardSessionId old = testWizards.begin(ada, wizard);
        assertThat(testWizards.publishAgain(wizard, CONDITIONAL)).isEqualTo(2);

        assertThat(session(old).wizard().version()).isEqualTo(1);
        saved(old, "model", "{'kind': 'air'}");
        WizardSessionId fresh = testWizards.begin(ada, wizard);
        assertThat(session(fresh).wizard().version()).isEqualTo(2);
        saved(fresh, "basics", "{'model': 'air'}");
    }

    @Test
    void timeIsCountedStepByStep() {
        WizardSessionId id = testWizards.begin(ada, testWizards.publish(FOUR));
        jdbc.sql("update wizard_sessions set updated_at = updated_at - interval '90 seconds' where id = :id")
                .param("id", id.value())
                .update();
        saved(id, "model", "{'kind': 'air'}");
        assertThat(sessions.find(ada, id).orElseThrow().responses().getFirst().timeSpentSeconds())
                .isBetween(90L, Duration.ofMinutes(5).toSeconds());
    }

    private BigDecimal progressAfter(WizardSessionId id, String step, String json) {
        return saved(id, step, json).progress();
    }

    private WizardSession saved(WizardSessionId id, String step, String json) {
        return after(
                sessions.complete(ada, id, step, Submission.of(answers(json))).orElseThrow());
    }

    private WizardSession next(WizardSessionId id, String step, String json) {
        return after(sessions.next(ada, id, step, Submission.of(answers(json))).orElseThrow());
    }

    private static WizardSession after(StepOutcome outcome) {
        assertThat(outcome).isInstanceOf(StepOutcome.Advanced.class);
        return ((StepOutcome.Advanced) outcome).after();
    }

    private WizardSession session(WizardSessionId id) {
        return sessions.find(ada, id).orElseThrow().session();
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
