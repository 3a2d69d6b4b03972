package dev.gangway.wizard.ui.builder;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.NotFoundView;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Pages;
import dev.gangway.wizard.Submission;
import dev.gangway.wizard.TestWizards;
import dev.gangway.wizard.WizardMoves;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class WizardVersionsViewTest {

    private static final String FIRST = """
            steps:
              - {key: a, title: First, fields: [{key: name, type: short_text, label: Name}, {key: size, type: number, label: Size}]}
              - {key: b, title: Second, fields: [{key: note, type: long_text, label: Note}]}
            """;

    private static final String SECOND = """
            steps:
              - {key: a, title: First, fields: [{key: name, type: short_text, label: Whole name}, {key: size, type: yes_no, label: Size}]}
              - {key: c, title: Third, fields: [{key: mail, type: email, label: Mail}]}
            """;

    @Autowired
    private Pages pages;

    @Autowired
    private TestWizards wizards;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private WizardSessions sessions;

    @Autowired
    private WizardMoves moves;

    @BeforeEach
    void anAdministratorIsThere() {
        pages.openAs(accounts.user(), Role.ADMIN);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void eachVersionSaysWhatChangedAndIsThereAsAFile() {
        UUID wizard = wizards.publish(FIRST);
        wizards.publishAgain(wizard, SECOND);

        open(wizard);

        assertThat(_find(ListItem.class))
                .extracting(ListItem::getText)
                .containsSubsequence(
                        "First: “Whole name” changed",
                        "First: “Size” asks for something else",
                        "Step “Third” added",
                        "Step “Second” removed");
        assertThat(_find(Anchor.class, spec -> spec.withText("Export YAML"))).hasSize(2);
        _assertNone(ActionButton.class);
        assertThat(texts()).contains("None runs on another version than 2.");
    }

    @Test
    void anAdministratorSeesWhatWouldBeKeptAndMovesThem() {
        UUID wizard = wizards.publish(FIRST);
        var ada = accounts.user();
        WizardSessionId run = wizards.begin(ada, wizard);
        sessions.next(ada, run, "a", Submission.of(TestWizards.answers("{'name': 'Ada', 'size': 0}")));
        wizards.publishAgain(wizard, SECOND);
        open(wizard);

        press("See what would be kept");

        List<String> rows = _find(NativeTableRow.class).stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
        assertThat(rows).anyMatch(row -> row.contains("Whole name") && row.contains("The version takes them."));
        assertThat(rows).anyMatch(row -> row.contains("Size") && row.contains("Asks for another type of answer."));
        press("Move 1 wizard session");
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        await().until(() -> moves.atWork(wizard).isEmpty());
        open(wizard);

        assertThat(_get(Notice.class).getElement().getTextRecursively())
                .contains("Moved to version 2", "Wizard sessions moved: 1. Answers kept: 1, dropped: 1.");
        assertThat(sessions.find(ada, run).orElseThrow().session().wizard().version())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsAPageThatDoesNotExist() {
        UI.getCurrent().navigate("admin/wizards/" + UUID.randomUUID() + "/versions");

        assertThat(_find(NotFoundView.class)).hasSize(1);
    }

    private static void open(UUID wizard) {
        UI.getCurrent().navigate("admin/wizards");
        UI.getCurrent().navigate("admin/wizards/" + wizard + "/versions");
    }

    private static void press(String text) {
        Button button = _find(ActionButton.class).stream()
                .filter(one -> one.getElement().getTextRecursively().startsWith(text))
                .findFirst()
                .orElseThrow();
        _click(button);
    }

    private static List<String> texts() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }
}
