package dev.gangway.wizard.ui.player;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.NotFoundView;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Pages;
import dev.gangway.wizard.Drafts;
import dev.gangway.wizard.MoveOutcome;
import dev.gangway.wizard.PlayableWizards;
import dev.gangway.wizard.StepOutcome;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardPublishing;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.template.NewTemplate;
import dev.gangway.wizard.template.NewTemplate.Audience;
import dev.gangway.wizard.template.Replayed;
import dev.gangway.wizard.template.SessionTemplate;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.template.TemplateSaved;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class PlayerViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PlayableWizards playable;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private Wizards wizards;

    @Autowired
    private WizardPublishing publishing;

    @Autowired
    private Drafts drafts;

    @Autowired
    private WizardMoves moves;

    @Autowired
    private PlayerSources sources;

    @Autowired
    private SessionTemplates templates;

    @Autowired
    private JdbcClient jdbc;

    private UserId ada;
    private Wizard laptop;

    @BeforeEach
    void aWizard() {
        ada = accounts.user();
        laptop = playable.laptop();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void fourStepsAreAQuarterEachAndOnlyFinishingGivesTheLast() {
        WizardSessionId run = playable.started(ada, laptop);
        open(run, "");

        assertThat(heading()).isEqualTo("Model");
        assertThat(percent()).isZero();
        assertThat(states()).containsExactly("Model current", "Extras locked", "Delivery locked", "Approval locked");
        choose("Size", "small");
        next();
        assertThat(heading()).isEqualTo("Extras");
        assertThat(percent()).isEqualTo(25);
        click("Skip this step");
        assertThat(heading()).isEqualTo("Delivery");
        assertThat(percent()).isEqualTo(50);
        assertThat(states()).contains("Extras skipped");
        _setValue(_get(DatePicker.class), LocalDate.of(2026, 11, 21));
        next();
        assertThat(heading()).isEqualTo("Approval");
        assertThat(percent()).isEqualTo(75);
        click("Back");
        assertThat(heading()).isEqualTo("Delivery");
        assertThat(percent()).isEqualTo(75);
        next();
        _setValue(_get(EmailField.class), "ada@example.org");
        finish();

        assertThat(heading()).isEqualTo("Mine");
        assertThat(percent()).isEqualTo(100);
        assertThat(text())
                .contains("13 inch")
                .contains("16")
                .contains("Nov 21, 2026")
                .contains("ada@example.org");
        assertThat(sessions.find(ada, run).orElseThrow().session().status()).isEqualTo(WizardSessionStatus.COMPLETED);
    }

    @Test
    void finishingTwiceFromAStalePageIsRefusedAndShowsWhatWasStored() {
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"small\"}");
        playable.next(ada, run, "extras", "{}");
        playable.next(ada, run, "delivery", "{\"day\": \"2026-11-21\"}");
        open(run, "/approval");
        _setValue(_get(EmailField.class), "bob@example.org");
        playable.next(ada, run, "approval", "{\"mail\": \"ada@example.org\"}");

        finish();

        assertThat(percent()).isEqualTo(100);
        assertThat(text()).contains("ada@example.org").doesNotContain("bob@example.org");
        assertThat(wizards.find(laptop.id()).orElseThrow().completedSessions()).isOne();
    }

    @Test
    @SuppressWarnings("rawtypes")
    void whatIsMissingIsSaidBesideItsFieldAndNothingMoves() {
        WizardSessionId run = playable.started(ada, laptop);
        open(run, "");

        next();

        assertThat(heading()).isEqualTo("Model");
        assertThat(percent()).isZero();
        assertThat(_get(RadioButtonGroup.class, spec -> spec.withLabel("Size")).getErrorMessage())
                .isEqualTo("Please fill this in");
    }

    @Test
    void aStepThatIsNotOpenLeadsToWhereThePersonIs() {
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"small\"}");

        open(run, "/approval");

        assertThat(heading()).isEqualTo("Extras");
        assertThat(address()).endsWith(run.value() + "/extras");
    }

    @Test
    void typedTextIsBackOnAnotherDevice() {
        WizardSessionId run = playable.started(ada, laptop);
        drafts.keep(ada, run, "model", PlayableWizards.answers("{\"memory\": 0}"));

        open(run, "");

        assertThat(_get(TextField.class, spec -> spec.withLabel("Memory in GB")).getValue())
                .isEqualTo("0");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Draft restored");
    }

    @Test
    void whoIsAtAStepThatAVersionLeftOutGoesOnWithTheNextAndIsToldWhy() {
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"small\"}");
        open(run, "/extras");
        movedTo(PlayableWizards.LAPTOP.replace("key: extras", "key: more").replace("extras.dock", "more.dock"));

        await().pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip(false);
            return !_find(Notice.class).isEmpty();
        });

        assertThat(heading()).isEqualTo("Extras");
        assertThat(address()).endsWith(run.value() + "/more");
        assertThat(percent()).isEqualTo(25);
        assertThat(_get(Notice.class).getElement().getTextRecursively())
                .contains("This wizard was changed while you were at it");
        next();
        assertThat(heading()).isEqualTo("Delivery");
        assertThat(_find(Notice.class)).as("said once").isEmpty();
    }

    @Test
    void whoIsAtAStepThatAnotherTabTookAwayGoesToWhatIsAskedAndIsToldWhy() {
        playable.published(PlayableWizards.LAPTOP
                .replace("title: Extras", "title: Extras\n    show_if: {field: model.size, equals: small}")
                .formatted(laptop.name()));
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"small\"}");
        open(run, "/extras");
        playable.next(ada, run, "model", "{\"size\": \"large\"}");

        next();

        assertThat(heading()).isEqualTo("Delivery");
        expectNotifications(
                "The step that you were at is not asked any more: an answer that it depends on was changed elsewhere.");
    }

    @Test
    void whatWasDeletedInAnotherTabIsSaidToBeGone() {
        WizardSessionId run = playable.started(ada, laptop);
        open(run, "");
        sessions.delete(ada, run);
        choose("Size", "small");

        next();

        assertThat(heading()).isEqualTo("Model");
        assertThat(text()).contains("This was deleted elsewhere");
    }

    @Test
    void whatIsSubmittedOnAPageOfAnOlderVersionIsNotStored() {
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"small\"}");
        open(run, "/extras");
        movedTo(PlayableWizards.LAPTOP.replace("key: delivery", "key: way"));
        AtomicInteger told = new AtomicInteger();
        Submission answers = Submission.of(PlayableWizards.answers("{\"dock\": true}"));

        StepOutcome stale =
                sources.of(run, 1, "extras", false, told::incrementAndGet).save(answers);
        StepOutcome gone =
                sources.of(run, 1, "delivery", false, told::incrementAndGet).save(answers);
        StepOutcome fits =
                sources.of(run, 2, "extras", false, told::incrementAndGet).save(answers);

        assertThat(stale).isEqualTo(new StepOutcome.Moved());
        assertThat(gone).isEqualTo(new StepOutcome.Moved());
        assertThat(fits).isInstanceOf(StepOutcome.Advanced.class);
        assertThat(told).hasValue(2);
    }

    private void movedTo(String yaml) {
        playable.published(yaml.formatted(laptop.name()));
        int version = wizards.find(laptop.id()).orElseThrow().requireVersion();
        assertThat(moves.start(accounts.user(), laptop.id(), version)).isInstanceOf(MoveOutcome.Started.class);
        await().until(() -> moves.atWork(laptop.id()).isEmpty());
    }

    @Test
    void twoTabsMergeAndAskAboutWhatBothChanged() {
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"small\"}");
        open(run, "/model");
        choose("Size", "large");
        playable.next(ada, run, "model", "{\"size\": \"small\", \"memory\": 64}");
        playable.next(ada, run, "extras", "{}");

        next();

        assertThat(heading()).isEqualTo("Extras");
        assertThat(sessions.view(ada, run, "model").orElseThrow().data().nested())
                .hasToString("{\"size\":\"large\",\"memory\":64}");
        open(run, "/model");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Memory in GB")), "32");
        playable.next(ada, run, "model", "{\"memory\": 8}");
        next();
        assertThat(text())
                .contains("Keep mine")
                .contains("Keep theirs")
                .contains("32")
                .contains("8");
        click("Keep mine");
        next();
        assertThat(sessions.view(ada, run, "model")
                        .orElseThrow()
                        .data()
                        .get("memory")
                        .orElseThrow()
                        .asInt())
                .isEqualTo(32);
    }

    @Test
    void anotherAccountsWizardSessionIsNoPage() {
        WizardSessionId run = playable.started(accounts.user(), laptop);

        open(run, "");

        assertThat(_get(NotFoundView.class)).isNotNull();
        _assertNone(PlayerView.class);
        UI.getCurrent().navigate("wizards/run/nonsense");
        assertThat(_get(NotFoundView.class)).isNotNull();
    }

    @Test
    void openingBringsAnAbandonedOneBack() {
        WizardSessionId run = playable.started(ada, laptop);
        jdbc.sql("update wizard_sessions set status = 'abandoned', abandoned_at = now() where id = :id")
                .param("id", run.value())
                .update();

        open(run, "");

        assertThat(heading()).isEqualTo("Model");
        assertThat(sessions.find(ada, run).orElseThrow().session().status()).isEqualTo(WizardSessionStatus.IN_PROGRESS);
    }

    @Test
    void anExpiredOneShowsItsAnswersAndNoWayOn() {
        WizardSessionId run = playable.started(ada, laptop);
        playable.next(ada, run, "model", "{\"size\": \"large\"}");
        publishing.archive(laptop.id(), Instant.EPOCH);

        open(run, "/extras");

        assertThat(text()).contains("This wizard has ended").contains("16 inch");
        _assertNone(Button.class, spec -> spec.withText("Next"));
    }

    @Test
    void aCompletedOneIsSavedAsATemplateWithWhatBecomesPublicShownFirst() {
        WizardSessionId run = playable.completedLaptop(ada, laptop);
        open(run, "");

        click("Save as template");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), "Large laptop");
        assertThat(_find(Notice.class)).isEmpty();
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("Let everybody use it")), true);
        assertThat(_find(Notice.class))
                .anyMatch(notice -> notice.getElement().getTextRecursively().contains("These answers will be public"));
        click("Save");

        assertThat(templates.list(accounts.user(), null, 200))
                .extracting(SessionTemplate::name)
                .contains("Large laptop");
    }

    @Test
    void anOptionalStepThatNobodyTookIsSkippedAndNotLockedInACompletedOne() {
        Wizard wizard = playable.published(PlayableWizards.LAPTOP
                .formatted("Laptop of " + ada.value())
                .replace("title: Approval\n    required: true", "title: Approval"));
        WizardSessionId run = playable.completed(
                ada,
                wizard,
                Map.of(
                        "model", "{\"size\": \"small\"}",
                        "extras", "{\"dock\": false}",
                        "delivery", "{\"day\": \"2026-11-21\"}"));
        sessions.finish(ada, run);

        open(run, "");

        assertThat(states()).contains("Approval skipped");
    }

    @Test
    void aReplaySaysWhereItsAnswersComeFromAndFillsThemIn() {
        var saved = (TemplateSaved.Saved)
                templates.save(ada, playable.completedLaptop(ada, laptop), new NewTemplate("Ours", "", Audience.OWNER));
        var started = (Replayed.Started) templates.replay(ada, saved.template().id(), "Again");

        open(started.run().id(), "");

        assertThat(text())
                .contains("Prefilled from the template “Ours”", "Filled in, not submitted")
                .doesNotContain("Draft restored");
        assertThat(percent()).isZero();
        next();
        assertThat(heading()).isEqualTo("Extras");
        next();
        assertThat(_get(DatePicker.class).getValue()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(_get(TextArea.class).getValue()).isEqualTo("مرحبا 🎉");
    }

    private void open(WizardSessionId run, String step) {
        pages.openAs(ada, Role.USER);
        UI.getCurrent().navigate("wizards/run/" + run.value() + step);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void choose(String label, String value) {
        _setValue((RadioButtonGroup<String>) _get(RadioButtonGroup.class, spec -> spec.withLabel(label)), value);
    }

    private static void next() {
        _click(_get(Button.class, spec -> spec.withClasses("submit")));
    }

    private static void finish() {
        next();
    }

    private static void click(String button) {
        List<Button> found = _find(Button.class).stream()
                .filter(one -> one.getElement().getTextRecursively().startsWith(button))
                .toList();
        _click(found.getLast());
    }

    private static String heading() {
        return _get(H1.class).getText();
    }

    private static int percent() {
        return (int) _get(ProgressBar.class).getValue();
    }

    private static List<String> states() {
        return _get(OrderedList.class)
                .getChildren()
                .map(ListItem.class::cast)
                .map(item -> _find(item, Span.class).stream().map(Span::getText).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String text() {
        return _get(PlayerView.class).getElement().getTextRecursively();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
