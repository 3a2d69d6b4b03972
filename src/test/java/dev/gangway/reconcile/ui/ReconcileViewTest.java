package dev.gangway.reconcile.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.gangway.GangwayTest;
import dev.gangway.TestAccounts;
import dev.gangway.base.UserId;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Pages;
import dev.gangway.reconcile.Apply;
import dev.gangway.reconcile.Ledger;
import dev.gangway.reconcile.Reconciliations;
import dev.gangway.reconcile.internal.ApplyStore;
import dev.gangway.reconcile.internal.Choice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@GangwayTest
class ReconcileViewTest {

    @Autowired
    private Pages pages;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Reconciliations reconciliations;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ApplyStore applies;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private UserId admin = new UserId("nobody");

    /** 60 rows that differ, and one copy without a source. */
    @BeforeEach
    void aLedgerThatIsWrong() {
        admin = accounts.user();
        empty();
        jdbc.sql("insert into ledger_sources select lpad(to_hex(i), 32, '0')::uuid, i from generate_series(1, 60) i")
                .update();
        jdbc.sql("insert into ledger_copies select lpad(to_hex(i), 32, '0')::uuid, -i from generate_series(1, 61) i")
                .update();
    }

    @AfterEach
    void close() {
        pages.close();
        empty();
    }

    private void empty() {
        jdbc.sql("truncate ledger_sources, ledger_copies").update();
        jdbc.sql("delete from reconcile_applies where copy = 'ledger'").update();
    }

    @Test
    void whatDisagreesIsShownBeforeAndAfterSideBySide() {
        open();

        assertThat(_get(H1.class).getText()).isEqualTo("Reconcile");
        assertThat(shown()).contains("61 rows disagree with their source", "One row has no source any more");
        assertThat(rows()).hasSize(50);
        assertThat(text(rows().getFirst())).contains("Says something else", "is -1→should be 1");
        _click(button("Show more"));
        assertThat(rows()).hasSize(61);
        assertThat(text(rows().getLast())).contains("Source is gone", "is -61→should be –");
    }

    @Test
    void applyingAllAsksFirstShowsHowFarItIsAndTellsWhatBecameOfIt() {
        open();

        _click(action("Apply all"));
        ConfirmDialog dialog = _get(ConfirmDialog.class);
        assertThat(dialog.getElement().getProperty("message"))
                .startsWith("All that disagree: 61 rows get the values of the source");
        ConfirmDialogKt._fireConfirm(dialog);

        assertThat(_get(ProgressBar.class).isVisible()).isTrue();
        untilDone();
        poll();
        assertThat(shown())
                .contains("Everything agrees", "All that disagree · 61 corrected · 0 skipped", admin.value(), "Done");
        _assertNone(ProgressBar.class);
    }

    @Test
    void onlyChosenRowsAreApplied() {
        open();
        Checkbox first = _find(
                        Checkbox.class,
                        spec -> spec.withPredicate(box -> box.getAriaLabel()
                                .filter(label -> label.contains(new UUID(0, 1).toString()))
                                .isPresent()))
                .getFirst();
        _setValue(first, true);

        _click(action("Apply selected (1)"));

        untilDone();
        poll();
        assertThat(shown()).contains("60 rows disagree with their source", "One chosen · 1 corrected · 0 skipped");
    }

    @Test
    void theLastApplyIsUndoneAfterAQuestionThatSaysWhatHappens() {
        reconciliations.apply(ledger, List.of(new UUID(0, 1).toString(), new UUID(0, 2).toString()), admin);
        untilDone();
        jdbc.sql("update ledger_copies set amount = 7 where amount = 2").update();
        open();

        _click(button("Undo"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));

        untilDone();
        poll();
        assertThat(shown())
                .contains("Undone by " + admin.value(), "1 brought back", "One row had changed since and was left");
        _assertNone(Button.class, spec -> spec.withText("Undo"));
    }

    @Test
    void whatAnotherAdministratorHasUnderWayIsShownAndCanBeCancelled() {
        UserId other = accounts.user();
        UUID id = new UUID(clock.millis() << 16 | 0x7000, Long.MIN_VALUE);
        applies.begin(id, "ledger", Choice.of(Kind.all()), other, clock.instant());
        open();

        assertThat(shown()).contains("Applying for " + other.value());
        assertThat(action("Apply all").isEnabled()).isFalse();
        _click(button("Cancel"));

        assertThat(reconciliations.find(id).orElseThrow().state()).isEqualTo(Apply.State.CANCELLED);
        assertThat(action("Apply all").isEnabled()).isTrue();
        assertThat(shown()).contains("Cancelled");
    }

    @Test
    void theAuditTrailTellsWhoDidWhat() {
        reconciliations.apply(ledger, List.of(new UUID(0, 1).toString()), admin);
        untilDone();
        open();

        UI.getCurrent().navigate("admin/reconcile/audit");

        assertThat(shown()).contains("Had copies corrected", admin.value(), "Copy: ledger · Rows: 1", "The system");
    }

    private void open() {
        pages.openAs(admin, Role.ADMIN);
        UI.getCurrent().navigate("admin/reconcile/ledger");
    }

    private void untilDone() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> reconciliations.atWork(ledger).isEmpty());
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
    }

    private static List<NativeTableRow> rows() {
        return _find(_get(DisagreementTable.class), NativeTableRow.class).stream()
                .filter(row -> !row.getDataCells().isEmpty())
                .toList();
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    private static Button action(String text) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getElement().getTextRecursively().startsWith(text)));
    }

    private static String text(NativeTableRow row) {
        return row.getDataCells().stream()
                .map(cell -> cell.getElement().getTextRecursively())
                .reduce("", (all, cell) -> all + " " + cell);
    }

    private static String shown() {
        return _get(ReconcileView.class).getElement().getTextRecursively();
    }
}
