package dev.gangway.wizard.ui.builder;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Pages;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.Wizard;
import dev.gangway.wizard.WizardDrafts;
import dev.gangway.wizard.WizardStatus;
import dev.gangway.wizard.Wizards;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.definition.WizardContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class WizardBuilderViewTest {

    private static final String ONE_STEP =
            "steps: [{key: a, title: First, fields: [{key: b, type: short_text, label: Name}]}]";

    @Autowired
    private Pages pages;

    @Autowired
    private Wizards wizards;

    @Autowired
    private WizardDrafts drafts;

    @Autowired
    private TestWizards testWizards;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    private UserId admin = new UserId("nobody");

    @BeforeEach
    void anAdministratorIsThere() {
        admin = accounts.user();
        pages.openAs(admin, Role.ADMIN);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void aFileIsReadUpToTheLimitWhateverTheBrowserWasTold() {
        UI.getCurrent().navigate(WizardsView.class);
        click("Import");
        Upload upload = _get(Upload.class);
        upload.setMaxFileSize(Integer.MAX_VALUE);

        UploadKt._upload(upload, "large.yaml", "x".repeat(1_000_001).getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip(false);
        assertThat(_get(TextArea.class).getValue()).isEmpty();

        UploadKt._upload(upload, "small.yaml", "steps: 7".getBytes(StandardCharsets.UTF_8));
        MockVaadin.clientRoundtrip(false);
        assertThat(_get(TextArea.class).getValue()).isEqualTo("steps: 7");
    }

    @Test
    void aWizardIsMadeFromNothingAndPublished() {
        String name = "Headsets " + ids.next();
        UI.getCurrent().navigate(WizardsView.class);
        click("New wizard");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Name")), name);
        click("Create");
        click("Add step");
        type("Title", "Basics");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Key")).getValue())
                .isEqualTo("basics");
        _setValue(types(), FieldType.SINGLE_CHOICE);
        click("Add field");

        click("Publish");
        assertThat(_find(Notice.class)).as("unfinished options are told").isNotEmpty();
        type("Label", "Model");
        type("Option 1", "Air");
        type("Option 2", "Pro");
        click("Publish");
        confirm();

        Wizard wizard = named(name);
        assertThat(wizard.status()).isEqualTo(WizardStatus.PUBLISHED);
        WizardContent content = wizards.version(wizard.id(), 1).orElseThrow().content();
        assertThat(content.steps().getFirst().fields().getFirst().choices()).containsExactly("air", "pro");
        assertThat(trail.page(AuditFilter.of(admin), null, 50))
                .extracting(AuditEntry::action)
                .containsExactly("wizard.published", "wizard.created");
    }

    @Test
    void whatAnotherAdministratorSavedMeanwhileIsAChoice() {
        UUID id = testWizards.publish(ONE_STEP);
        UI.getCurrent().navigate("admin/wizards/" + id);
        WizardContent theirs = wizards.draft(id).orElseThrow().content();
        drafts.saveDraft(
                accounts.user(), id, new WizardContent(theirs.name(), "theirs", "", null, theirs.steps()), null);

        _setValue(_get(TextArea.class, spec -> spec.withLabel("Description")), "mine");
        assertThat(description(id)).isEqualTo("theirs");
        click("Keep theirs");
        assertThat(_get(TextArea.class, spec -> spec.withLabel("Description")).getValue())
                .isEqualTo("theirs");
        undo();

        assertThat(description(id)).isEqualTo("mine");
    }

    @Test
    void aRemovedFieldComesBack() {
        UUID id = testWizards.publish(ONE_STEP);
        UI.getCurrent().navigate("admin/wizards/" + id);
        _find(Button.class, spec -> spec.withText("Remove")).getLast().click();
        assertThat(wizards.draft(id).orElseThrow().content().steps().getFirst().fields())
                .isEmpty();
        expectNotifications("“Name” is removed. “Undo removal” at the top of the page brings it back.");

        undo();

        assertThat(wizards.draft(id).orElseThrow().content().steps().getFirst().fields())
                .hasSize(1);
    }

    @Test
    void buttonsAreCalledByTheTitleThatWasJustTyped() {
        UI.getCurrent().navigate("admin/wizards/" + testWizards.publish(ONE_STEP));

        type("Title", "Delivery");

        assertThat(_find(Button.class))
                .extracting(button -> button.getAriaLabel().orElse(""))
                .contains("Remove: Delivery", "Duplicate: Delivery");
    }

    @Test
    void stepsAreMoved() {
        UUID id = testWizards.publish("""
                steps:
                  - {key: a, title: First, fields: []}
                  - {key: b, title: Second, fields: []}
                """);
        UI.getCurrent().navigate("admin/wizards/" + id);

        _find(Button.class, spec -> spec.withText("Move down")).getFirst().click();

        assertThat(wizards.draft(id).orElseThrow().content().steps())
                .extracting(step -> step.key())
                .containsExactly("b", "a");
    }

    @Test
    void aPastedDefinitionIsRefusedWithItsLines() {
        UI.getCurrent().navigate(WizardsView.class);
        click("Import");
        _setValue(_get(TextArea.class, spec -> spec.withLabel("Definition in YAML or JSON")), """
                name: Broken
                steps:
                  - {key: a, title: A, fields: [{key: b, type: nothing, label: B}]}
                """);
        click("Import definition");

        assertThat(_find(ListItem.class))
                .extracting(item -> item.getText())
                .anyMatch(text -> text.startsWith("Line 3"));
    }

    @Test
    void theListIsSearchedAndWizardsAreArchived() {
        UUID id = testWizards.publish(ONE_STEP);
        testWizards.begin(accounts.user(), id);
        UI.getCurrent().navigate(WizardsView.class);
        _setValue(
                _get(TextField.class, spec -> spec.withLabel("Search")),
                wizards.find(id).orElseThrow().name());
        assertThat(_find(H2.class)).hasSize(1);

        click("Archive");
        _click(_get(ActionButton.class));

        assertThat(wizards.find(id).orElseThrow().status()).isEqualTo(WizardStatus.ARCHIVED);
    }

    private String description(UUID id) {
        return wizards.draft(id).orElseThrow().content().description();
    }

    private Wizard named(String name) {
        return wizards.all().stream()
                .filter(wizard -> wizard.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void undo() {
        List<Button> buttons = _find(Button.class).stream()
                .filter(button -> button.getText().startsWith("Undo removal"))
                .toList();
        _click(buttons.getFirst());
    }

    private static void type(String label, String text) {
        _setValue(_get(TextField.class, spec -> spec.withLabel(label)), text);
    }

    /** The type of the field that is added next. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<FieldType> types() {
        return _find(Select.class, spec -> spec.withLabel("Type")).getLast();
    }

    private static void click(String text) {
        _click(_find(Button.class).stream()
                .filter(button -> button.getElement().getTextRecursively().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + text)));
    }

    private static void confirm() {
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
    }
}
