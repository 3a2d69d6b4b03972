package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.UserId;
import dev.gangway.wizard.MovePreview.Fate;
import dev.gangway.wizard.MovePreview.Reason;
import dev.gangway.wizard.definition.RandomWizards;
import dev.gangway.wizard.definition.StepContent;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.internal.MovingSessions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@GangwayTest
class WizardMovesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String FIRST = """
            steps:
              - {key: model, title: Model, required: true, fields: [
                  {key: kind, type: single_choice, label: Kind, required: true, options: [{value: air, label: Air}, {value: pro, label: Pro}]},
                  {key: contact, type: email, label: Contact}]}
              - {key: extras, title: Extras, fields: [
                  {key: ports, type: multiple_choice, label: Ports, options: [{value: usb, label: USB}, {value: hdmi, label: HDMI}]},
                  {key: mouse, type: yes_no, label: Mouse}]}
              - {key: old, title: Old, fields: [{key: note, type: short_text, label: Note}]}
              - {key: delivery, title: Delivery, required: true, fields: [{key: city, type: short_text, label: City, required: true}]}
            """;

    /** Pro is gone, HDMI is gone, the mouse became a number, a step is gone and one is new. */
    private static final String SECOND = """
            steps:
              - {key: model, title: Model, required: true, fields: [
                  {key: kind, type: single_choice, label: Kind, required: true, options: [{value: air, label: Air}, {value: mini, label: Mini}]},
                  {key: contact, type: short_text, label: Contact}]}
              - {key: extras, title: Extras, fields: [
                  {key: ports, type: multiple_choice, label: Ports, options: [{value: usb, label: USB}]},
                  {key: mouse, type: number, label: Mice}]}
              - {key: colour, title: Colour, required: true, show_if: {field: model.kind, equals: air}, fields: [{key: shade, type: color, label: Shade, required: true}]}
              - {key: delivery, title: Delivery, required: true, fields: [{key: city, type: short_text, label: City, required: true}]}
            """;

    @Autowired
    private WizardMoves moves;

    @Autowired
    private MovingSessions moving;

    @Autowired
    private WizardPublishing publishing;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TestWizards testWizards;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    private UserId admin = new UserId("nobody");
    private UserId ada = new UserId("nobody");
    private UUID wizard = new UUID(0, 0);

    @BeforeEach
    void aWizardOfOneVersion() {
        admin = accounts.user();
        ada = accounts.user();
        wizard = testWizards.publish(FIRST);
    }

    @Test
    void thePreviewSaysByFieldWhatSurvivesAndTheMoveDoesJustThat() {
        WizardSessionId air = walked("{'kind': 'air', 'contact': 'a@b.example'}", "{'ports': ['usb'], 'mouse': false}");
        WizardSessionId pro = walked("{'kind': 'pro'}", "{'ports': ['usb', 'hdmi'], 'mouse': true}");
        WizardSessionId untouched = testWizards.begin(accounts.user(), wizard);
        int second = testWizards.publishAgain(wizard, SECOND);
        WizardSessionId newer = testWizards.begin(ada, wizard);

        MovePreview preview = ((MoveOutcome.Previewed) moves.preview(wizard)).preview();

        assertThat(preview.moving()).isEqualTo(3);
        assertThat(preview.answers())
                .containsExactly(
                        new Fate("model", "kind", 1, 1, List.of(Reason.OPTION_GONE)),
                        new Fate("model", "contact", 1, 0, List.of()),
                        new Fate("extras", "ports", 1, 1, List.of(Reason.OPTION_GONE)),
                        new Fate("extras", "mouse", 0, 2, List.of(Reason.OTHER_TYPE)),
                        new Fate("old", "note", 0, 2, List.of(Reason.GONE)));
        assertThat(version(air)).as("a preview moves nothing").isOne();

        WizardMove done = moved(second);

        assertThat(done.moved()).isEqualTo(3);
        assertThat(done.passedOver()).isZero();
        assertThat(done.kept()).isEqualTo(preview.kept());
        assertThat(done.dropped()).isEqualTo(preview.dropped());
        assertThat(List.of(version(air), version(pro), version(untouched), version(newer)))
                .containsOnly(second);
        assertThat(answers(air)).isEqualTo("{extras={ports=[\"usb\"]}, model={contact=\"a@b.example\", kind=\"air\"}}");
        assertThat(answers(pro)).isEqualTo("{}");
        assertThat(jdbc.sql("select count(*) from response_history where wizard_session_id = :id and step_key = 'old'")
                        .param("id", pro.value())
                        .query(Long.class)
                        .single())
                .as("what was dropped stays in the history")
                .isOne();
    }

    /** Any two definitions: fields and steps that are gone, of other types, with other options, hidden at the time. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverTheNextVersionIsWhatThePreviewSaysIsWhatHappens(long seed) {
        Random random = new Random(seed);
        RandomWizards made = new RandomWizards(seed);
        WizardContent first = made.next();
        wizard = testWizards.publish(first);
        List<WizardSessionId> runs = new ArrayList<>();
        for (int person = 0; person < 6; person++) {
            runs.add(wandered(first, made, random));
        }
        int second = testWizards.publishAgain(wizard, made.next());

        MovePreview preview = ((MoveOutcome.Previewed) moves.preview(wizard)).preview();
        Map<String, String> before = stored(runs);
        BigDecimal progress = progress(runs);
        WizardMove done = moved(second);
        Map<String, String> after = stored(runs);

        Map<String, int[]> fates = new TreeMap<>();
        before.forEach(
                (place, answer) -> fates.computeIfAbsent(place.substring(place.indexOf(' ') + 1), field -> new int[2])[
                        after.containsKey(place) ? 0 : 1]++);
        assertThat(preview.moving()).isEqualTo(done.moved()).isEqualTo(runs.size());
        assertThat(preview.answers().stream()
                        .map(fate -> "%s.%s %d kept, %d dropped"
                                .formatted(fate.step(), fate.field(), fate.kept(), fate.dropped())))
                .containsExactlyInAnyOrderElementsOf(fates.entrySet().stream()
                        .map(fate -> "%s %d kept, %d dropped"
                                .formatted(fate.getKey(), fate.getValue()[0], fate.getValue()[1]))
                        .toList());
        assertThat(preview.answers())
                .allMatch(fate -> (fate.dropped() > 0) != fate.reasons().isEmpty());
        assertThat(before).as("what is kept is as it was").containsAllEntriesOf(after);
        assertThat(progress(runs)).isGreaterThanOrEqualTo(progress);
    }

    @Test
    void whoIsMovedStandsAtTheFirstStepThatLacksSomethingWithAsMuchProgressAsBefore() {
        UserId owner = accounts.user();
        WizardSessionId run = walked(owner, "{'kind': 'air'}", "{'mouse': true, 'ports': ['usb']}");
        BigDecimal before = session(owner, run).progress();
        testWizards.publishAgain(wizard, SECOND);

        moved(2);

        WizardSession after = session(owner, run);
        assertThat(before).isEqualByComparingTo("75");
        assertThat(after.progress()).isEqualByComparingTo(before);
        assertThat(after.currentStep().key()).isEqualTo("colour");
        assertThat(after.status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);
        next(owner, run, "colour", "{'shade': '#1a7f37'}");
        next(owner, run, "delivery", "{'city': 'Bergen'}");
        assertThat(session(owner, run).isCompleted()).isTrue();
    }

    @Test
    void aStepThatLostARequiredAnswerIsAskedAgain() {
        UserId owner = accounts.user();
        WizardSessionId run = walked(owner, "{'kind': 'pro', 'contact': 'a@b.example'}", "{'ports': ['usb']}");
        testWizards.publishAgain(wizard, SECOND);

        moved(2);

        WizardSession after = session(owner, run);
        assertThat(after.currentStep().key()).isEqualTo("model");
        assertThat(after.progress()).isEqualByComparingTo("75");
        assertThat(sessions.view(owner, run, "model").orElseThrow().data().get("contact"))
                .hasValueSatisfying(kept -> assertThat(kept.asString()).isEqualTo("a@b.example"));
    }

    @Test
    void draftsLoseWhatTheVersionDoesNotTake() {
        UserId owner = accounts.user();
        WizardSessionId run = testWizards.begin(owner, wizard);
        drafts.keep(owner, run, "model", TestWizards.answers("{'kind': 'pro', 'contact': 'c@d.example'}"));
        drafts.keep(owner, run, "extras", TestWizards.answers("{'mouse': true}"));
        testWizards.publishAgain(wizard, SECOND);

        moved(2);

        Answers model = sessions.view(owner, run, "model").orElseThrow().draft();
        assertThat(model.fields().keySet()).containsExactly("contact");
        assertThat(sessions.view(owner, run, "extras").orElseThrow().draft().isEmpty())
                .isTrue();
    }

    @Test
    void completedWizardSessionsStayOnTheirVersion() {
        UserId owner = accounts.user();
        WizardSessionId run = walked(owner, "{'kind': 'pro'}", "{'mouse': true}");
        next(owner, run, "delivery", "{'city': 'Oslo'}");
        testWizards.publishAgain(wizard, SECOND);

        assertThat(moves.start(admin, wizard, 2)).isEqualTo(new MoveOutcome.Nothing());
        assertThat(version(run)).isOne();
    }

    @Test
    void nothingIsMovedToAVersionThatTheAdministratorDidNotSee() {
        testWizards.begin(ada, wizard);
        testWizards.publishAgain(wizard, SECOND);

        assertThat(moves.start(admin, wizard, 1)).isEqualTo(new MoveOutcome.Stale(2));
        assertThat(moves.start(admin, UUID.randomUUID(), 1)).isEqualTo(new MoveOutcome.NotFound());
        publishing.archive(wizard, null);
        assertThat(moves.start(admin, wizard, 2)).isEqualTo(new MoveOutcome.NotPublished());
    }

    @Test
    void whoBeginsOnAVersionThatWasPublishedMeanwhileIsNotMovedBack() {
        WizardSessionId old = testWizards.begin(ada, wizard);
        testWizards.publishAgain(wizard, SECOND);

        WizardSessionId newest = holding.inOne(() -> {
            assertThat(moves.start(admin, wizard, 2)).isInstanceOf(MoveOutcome.Started.class);
            testWizards.publishAgain(wizard, SECOND);
            return testWizards.begin(accounts.user(), wizard);
        });

        assertThat(ended().moved()).isOne();
        assertThat(version(old)).isEqualTo(2);
        assertThat(version(newest)).isEqualTo(3);
    }

    @Test
    void everyStartCancelAndEndIsOnRecord() {
        for (int run = 0; run < 3; run++) {
            testWizards.begin(accounts.user(), wizard);
        }
        testWizards.publishAgain(wizard, SECOND);

        moved(2);

        assertThat(trail.page(AuditFilter.of(admin), null, 10))
                .extracting(AuditEntry::action)
                .containsExactly("wizard.move_started");
        assertThat(moves.list(wizard, 10)).singleElement().satisfies(move -> {
            assertThat(move.percent()).isEqualTo(100);
            assertThat(moves.cancel(admin, move.id())).as("what is over").isFalse();
        });
    }

    @Test
    void nextsAndTheMoveFollowEachOtherAndLoseNothing() throws Exception {
        int people = 12;
        List<UserId> owners = new ArrayList<>();
        List<WizardSessionId> runs = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            UserId owner = accounts.user();
            owners.add(owner);
            runs.add(testWizards.begin(owner, wizard));
        }
        testWizards.publishAgain(wizard, SECOND);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<BigDecimal>> answered = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            for (int person = 0; person < people; person++) {
                UserId owner = owners.get(person);
                WizardSessionId run = runs.get(person);
                answered.add(pool.submit(() -> {
                    start.await();
                    BigDecimal highest = BigDecimal.ZERO;
                    for (String[] step : new String[][] {
                        {"model", "{'kind': 'air'}"},
                        {"extras", "{'ports': ['usb']}"},
                        {"model", "{'kind': 'air', 'contact': 'e@f.example'}"}
                    }) {
                        StepOutcome outcome = sessions.next(
                                        owner, run, step[0], Submission.of(TestWizards.answers(step[1])))
                                .orElseThrow();
                        BigDecimal now =
                                ((StepOutcome.Advanced) outcome).after().progress();
                        assertThat(now).isGreaterThanOrEqualTo(highest);
                        highest = now;
                    }
                    return highest;
                }));
            }
            WizardMove begun = ((MoveOutcome.Started) moves.start(admin, wizard, 2)).move();
            Future<?> one = pool.submit(() -> work(start, begun.id()));
            Future<?> other = pool.submit(() -> work(start, begun.id()));
            start.countDown();
            one.get();
            other.get();
        }
        WizardMove done = ended();
        assertThat(done.state()).isEqualTo(WizardMove.State.DONE);
        assertThat(done.moved()).isEqualTo(people);
        assertThat(done.passedOver()).isZero();
        for (int person = 0; person < people; person++) {
            WizardSession after = session(owners.get(person), runs.get(person));
            assertThat(after.wizard().version()).isEqualTo(2);
            assertThat(after.progress())
                    .isGreaterThanOrEqualTo(answered.get(person).get());
            assertThat(after.currentStep().key()).isEqualTo("colour");
            assertThat(answers(runs.get(person)))
                    .isEqualTo("{extras={ports=[\"usb\"]}, model={contact=\"e@f.example\", kind=\"air\"}}");
        }
    }

    @Test
    void aCancelledMoveLeavesTheRestWhereItIs() throws Exception {
        UserId owner = accounts.user();
        WizardSessionId first = testWizards.begin(owner, wizard);
        WizardSessionId second = testWizards.begin(owner, wizard);
        testWizards.publishAgain(wizard, SECOND);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<?> holder = pool.submit(() -> holding.inOne(() -> {
                jdbc.sql("select from wizard_sessions where id = :id for update")
                        .param("id", second.value())
                        .query((row, number) -> true)
                        .single();
                held.countDown();
                try {
                    free.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            }));
            held.await();
            UUID move =
                    ((MoveOutcome.Started) moves.start(admin, wizard, 2)).move().id();
            await().atMost(PATIENCE).until(() -> version(first) == 2);
            Future<Boolean> cancelled = pool.submit(() -> moves.cancel(admin, move));
            await().atMost(PATIENCE).until(this::aCancelWaitsForItsTurn);
            free.countDown();
            holder.get();
            assertThat(cancelled.get()).isTrue();
        }
        WizardMove over = ended();
        assertThat(over.state()).isEqualTo(WizardMove.State.CANCELLED);
        assertThat(over.moved())
                .isEqualTo(List.of(version(first), version(second)).stream()
                        .filter(version -> version == 2)
                        .count());
        assertThat(moving.next(over.id())).isFalse();
    }

    @Autowired
    private dev.gangway.base.Transactions holding;

    private boolean aCancelWaitsForItsTurn() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                                       where cardinality(pg_blocking_pids(pid)) > 0 and query like 'update wizard_moves set state%')
                        """).query(Boolean.class).single();
    }

    private Void work(CountDownLatch start, UUID move) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        while (moving.next(move)) {
            assertThat(move).isNotNull();
        }
        return null;
    }

    private WizardMove moved(int version) {
        assertThat(moves.start(admin, wizard, version)).isInstanceOf(MoveOutcome.Started.class);
        WizardMove done = ended();
        assertThat(done.state()).isEqualTo(WizardMove.State.DONE);
        return done;
    }

    private WizardMove ended() {
        await().atMost(PATIENCE).until(() -> moves.atWork(wizard).isEmpty());
        return moves.list(wizard, 1).getFirst();
    }

    /** Somebody who answered this and that, some of which may be hidden by now. */
    private WizardSessionId wandered(WizardContent content, RandomWizards made, Random random) {
        UserId owner = accounts.user();
        WizardSessionId run = testWizards.begin(owner, wizard);
        for (StepContent step : content.steps()) {
            for (int time = 0; time < 2; time++) {
                Map<String, JsonNode> answers = new TreeMap<>();
                step.fields().forEach(field -> answers.put(field.key(), made.answer(field)));
                sessions.complete(owner, run, step.key(), Submission.of(new Answers(answers)));
            }
            if (random.nextInt(5) == 0) {
                break;
            }
        }
        return run;
    }

    /** All answers that are stored and not empty, by wizard session, step and field. */
    private Map<String, String> stored(List<WizardSessionId> runs) {
        Map<String, String> all = new TreeMap<>();
        jdbc.sql("""
                        select r.wizard_session_id || ' ' || r.step_key || '.' || a.key as place, a.value::text as value
                        from responses r cross join lateral jsonb_each(r.data) a
                        where r.wizard_session_id in (:ids) and jsonb_typeof(a.value) <> 'null'
                        """)
                .param("ids", runs.stream().map(WizardSessionId::value).toList())
                .query(row -> {
                    all.put(row.getString("place"), row.getString("value"));
                });
        return all;
    }

    private BigDecimal progress(List<WizardSessionId> runs) {
        return jdbc.sql("select sum(progress_percentage) from wizard_sessions where id in (:ids)")
                .param("ids", runs.stream().map(WizardSessionId::value).toList())
                .query(BigDecimal.class)
                .single();
    }

    private WizardSessionId walked(String model, String extras) {
        return walked(accounts.user(), model, extras);
    }

    private WizardSessionId walked(UserId owner, String model, String extras) {
        WizardSessionId run = testWizards.begin(owner, wizard);
        next(owner, run, "model", model);
        next(owner, run, "extras", extras);
        next(owner, run, "old", "{'note': 'keep this'}");
        return run;
    }

    private void next(UserId owner, WizardSessionId run, String step, String answers) {
        assertThat(sessions.next(owner, run, step, Submission.of(TestWizards.answers(answers))))
                .hasValueSatisfying(outcome -> assertThat(outcome).isInstanceOf(StepOutcome.Advanced.class));
    }

    private WizardSession session(UserId owner, WizardSessionId run) {
        return sessions.find(owner, run).orElseThrow().session();
    }

    private int version(WizardSessionId run) {
        return jdbc.sql("select wizard_version from wizard_sessions where id = :id")
                .param("id", run.value())
                .query(Integer.class)
                .single();
    }

    /** All answers that are stored and not empty, by step. */
    private String answers(WizardSessionId run) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        jdbc.sql("""
                        select r.step_key, a.key, a.value::text as value
                        from responses r cross join lateral jsonb_each(r.data) a
                        where r.wizard_session_id = :id and jsonb_typeof(a.value) <> 'null'
                        """).param("id", run.value()).query(row -> {
            all.computeIfAbsent(row.getString("step_key"), step -> new TreeMap<>())
                    .put(row.getString("key"), row.getString("value"));
        });
        return all.toString();
    }
}
