package dev.gangway.wizard.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardPublishing;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.template.LeftOut.Reason;
import dev.gangway.wizard.template.NewTemplate.Audience;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class SessionTemplatesTest {

    @Autowired
    private SessionTemplates templates;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private WizardPublishing publishing;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Ids ids;

    private UserId ada;
    private UserId grace;

    @BeforeEach
    void people() {
        ada = accounts.user();
        grace = accounts.user();
    }

    @Test
    void onlyACompletedWizardSessionBecomesATemplate() {
        Wizard laptop = playable.laptop();
        WizardSessionId run = playable.started(ada, laptop);

        assertThat(templates.save(ada, run, named("Early"))).isInstanceOf(TemplateSaved.NotCompleted.class);
        assertThat(templates.list(ada, null, 10)).noneMatch(SessionTemplate::isOwn);
    }

    @Test
    void nobodySavesAnotherAccountsWizardSession() {
        WizardSessionId run = playable.completedLaptop(ada, playable.laptop());

        assertThat(templates.save(grace, run, named("Stolen"))).isInstanceOf(TemplateSaved.NotFound.class);
    }

    @Test
    void aTemplateNeedsANameThatFits() {
        WizardSessionId run = playable.completedLaptop(ada, playable.laptop());

        assertThat(templates.save(ada, run, named("   "))).isInstanceOf(TemplateSaved.Invalid.class);
        assertThat(templates.save(ada, run, named("x".repeat(201)))).isInstanceOf(TemplateSaved.Invalid.class);
        assertThat(templates.save(ada, run, named("🎉".repeat(200)))).isInstanceOf(TemplateSaved.Saved.class);
    }

    @Test
    void replayedAnswersAreDraftsThatCountOnlyOnceTheyAreSubmitted() {
        UUID template = saved(playable.completedLaptop(ada, playable.laptop()), Audience.OWNER);

        Replayed.Started started = (Replayed.Started) templates.replay(ada, template, "Again");

        assertThat(started.leftOut()).isEmpty();
        assertThat(started.timesUsed()).isOne();
        assertThat(started.run().name()).isEqualTo("Again");
        assertThat(started.run().progress()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(sessions.find(ada, started.run().id()).orElseThrow().responses())
                .isEmpty();
        StepView model = sessions.view(ada, started.run().id(), "model").orElseThrow();
        assertThat(model.savedAt()).isNull();
        assertThat(model.draft().get("size").orElseThrow().asString()).isEqualTo("large");
        assertThat(model.draft().get("memory").orElseThrow().decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(draft(started, "extras", "dock")).isEqualTo("false");
        assertThat(draft(started, "delivery", "note")).isEqualTo("\"مرحبا 🎉\"");
        assertThat(templates.origin(ada, started.run().id()).orElseThrow().template())
                .hasValue("Laptop for us");
    }

    @Test
    void aClearedDefaultStaysCleared() {
        Wizard laptop = playable.laptop();
        WizardSessionId run = playable.completed(
                ada,
                laptop,
                Map.of(
                        "model", "{\"size\": \"large\", \"memory\": null}",
                        "extras", "{}",
                        "delivery", "{\"day\": \"2026-11-21\"}",
                        "approval", "{\"mail\": \"ada@example.org\"}"));

        Replayed.Started started = (Replayed.Started) templates.replay(ada, saved(run, Audience.OWNER), "");

        StepView model = sessions.view(ada, started.run().id(), "model").orElseThrow();
        assertThat(model.draft().get("memory").orElseThrow().isNull()).isTrue();
        assertThat(started.run().name()).isEqualTo("Laptop for us");
    }

    @Test
    void whatNoLongerFitsANewerVersionIsReportedAndNotFatal() {
        String name = "Laptop " + ids.next();
        Wizard old = playable.published(PlayableWizards.LAPTOP.formatted(name));
        UUID template = saved(playable.completedLaptop(ada, old), Audience.OWNER);
        playable.published(PlayableWizards.LAPTOP
                .formatted(name)
                .replace("{value: large, label: 16 inch}", "{value: huge, label: 18 inch}")
                .replace("{key: mail, type: email", "{key: approver, type: email"));

        Replayed.Started started = (Replayed.Started) templates.replay(ada, template, "Newer");

        assertThat(started.run().wizard().version()).isEqualTo(old.requireVersion() + 1);
        assertThat(started.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut("model", "size", Reason.DOES_NOT_FIT),
                        new LeftOut("approval", "mail", Reason.GONE));
        assertThat(templates.origin(ada, started.run().id()).orElseThrow().leftOut())
                .containsExactlyInAnyOrderElementsOf(started.leftOut());
        assertThat(draft(started, "delivery", "day")).isEqualTo("\"2026-11-21\"");
    }

    @Test
    void aPrivateTemplateIsNotThereForOthersAndAPublicOneCanBeUsedButNotDeleted() {
        WizardSessionId run = playable.completedLaptop(ada, playable.laptop());
        UUID own = saved(run, Audience.OWNER);
        UUID everybodys = saved(run, Audience.EVERYBODY);

        assertThat(templates.replay(grace, own, "")).isInstanceOf(Replayed.NotFound.class);
        assertThat(templates.delete(grace, everybodys)).isFalse();
        assertThat(templates.list(grace, null, 200))
                .extracting(SessionTemplate::id)
                .contains(everybodys)
                .doesNotContain(own);
        Replayed.Started started = (Replayed.Started) templates.replay(grace, everybodys, "");
        assertThat(started.run().userId()).isEqualTo(grace);
        assertThat(templates.delete(ada, everybodys)).isTrue();
        assertThat(templates.origin(grace, started.run().id()).orElseThrow().template())
                .isEmpty();
        assertThat(sessions.find(grace, started.run().id())).isPresent();
    }

    @Test
    void ownAndPublicTemplatesArePagedTogetherEachOnce() {
        WizardSessionId run = playable.completedLaptop(ada, playable.laptop());
        List<UUID> saved = IntStream.range(0, 5)
                .mapToObj(index -> saved(run, index % 2 == 0 ? Audience.EVERYBODY : Audience.OWNER))
                .toList();

        List<SessionTemplate> first = templates.list(ada, null, 3);
        List<SessionTemplate> second = templates.list(ada, first.getLast().id(), 2);

        assertThat(first).extracting(SessionTemplate::id).containsExactly(saved.get(4), saved.get(3), saved.get(2));
        assertThat(second).extracting(SessionTemplate::id).containsExactly(saved.get(1), saved.get(0));
    }

    @Test
    void usesOfManyAtOnceAreAllCounted() throws Exception {
        UUID template = saved(playable.completedLaptop(ada, playable.laptop()), Audience.EVERYBODY);
        List<Callable<Replayed>> uses = IntStream.range(0, 24)
                .mapToObj(index ->
                        (Callable<Replayed>) () -> templates.replay(index % 2 == 0 ? ada : grace, template, ""))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Replayed> use : threads.invokeAll(uses)) {
                assertThat(use.get()).isInstanceOf(Replayed.Started.class);
            }
        }

        assertThat(templates.list(ada, null, 200))
                .filteredOn(one -> one.id().equals(template))
                .extracting(SessionTemplate::timesUsed)
                .containsExactly(24L);
    }

    @Test
    void anArchivedWizardIsNotReplayed() {
        Wizard laptop = playable.laptop();
        UUID template = saved(playable.completedLaptop(ada, laptop), Audience.OWNER);
        publishing.archive(laptop.id(), null);

        assertThat(templates.replay(ada, template, "")).isInstanceOf(Replayed.NotOffered.class);
        assertThat(templates.list(ada, null, 200))
                .filteredOn(one -> one.id().equals(template))
                .extracting(SessionTemplate::timesUsed)
                .containsExactly(0L);
    }

    @Test
    void submittedTemplateAnswersAreStoredAsIfTheyHadBeenTyped() {
        UUID template = saved(playable.completedLaptop(ada, playable.laptop()), Audience.OWNER);
        Replayed.Started started = (Replayed.Started) templates.replay(ada, template, "");
        WizardSessionId run = started.run().id();

        for (String step : List.of("model", "extras", "delivery", "approval")) {
            StepView view = sessions.view(ada, run, step).orElseThrow();
            assertThat(sessions.next(ada, run, step, Submission.of(view.draft())))
                    .isPresent();
        }

        assertThat(sessions.find(ada, run).orElseThrow().session().isCompleted())
                .isTrue();
    }

    private String draft(Replayed.Started started, String step, String field) {
        return sessions.view(ada, started.run().id(), step)
                .orElseThrow()
                .draft()
                .get(field)
                .orElseThrow()
                .toString();
    }

    private UUID saved(WizardSessionId run, Audience audience) {
        TemplateSaved outcome = templates.save(ada, run, new NewTemplate("Laptop for us", "", audience));
        return ((TemplateSaved.Saved) outcome).template().id();
    }

    private static NewTemplate named(String name) {
        return new NewTemplate(name, "", Audience.OWNER);
    }
}
