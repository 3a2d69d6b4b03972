package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.copy.Tally;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.ActionButton;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.base.ui.Polling;
import dev.gangway.base.ui.Toast;
import dev.gangway.reconcile.Apply;
import dev.gangway.reconcile.ApplyOutcome;
import dev.gangway.reconcile.Reconciliations;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One copy: how many of its rows disagree with their source, which, making them agree, and what was done before. */
class CopyPanel extends Div {

    private static final long COUNTED_EXACTLY = 10_000;
    private static final Duration LIVE = Duration.ofSeconds(1);

    private final transient Reconciliations reconciliations;
    private final transient CurrentCaller caller;
    private final transient Copy copy;
    private final transient CopyWords words;
    private final Div tally = new Div();
    private final Div orphans = new Div();
    private final Select<Set<Kind>> filter = new Select<>();
    private final ActionButton applyAll;
    private final ActionButton applyChosen;
    private final Div choice;
    private final WorkPanel work;
    private final DisagreementTable table;
    private final PastApplies past;
    private final Polling polling = new Polling(this, LIVE, this::follow);
    private transient Tally disagreeing = Tally.exactly(0);

    CopyPanel(Reconciliations reconciliations, CurrentCaller caller, Copy copy) {
        this.reconciliations = reconciliations;
        this.caller = caller;
        this.copy = copy;
        words = new CopyWords(copy, this, Moments.at(UI.getCurrent()));
        addClassName("reconcile-copy");
        String busy = words.of("reconcile.busy");
        applyAll = new ActionButton(words.of("reconcile.apply_all"), busy, click -> confirmAll());
        applyAll.addThemeVariants(ButtonVariant.PRIMARY);
        applyChosen = new ActionButton(words.of("reconcile.apply_chosen", 0), busy, click -> applyChosen());
        table = new DisagreementTable(words, this::choose);
        work = new WorkPanel(words, this::cancel);
        past = new PastApplies(reconciliations, words, this::confirmUndo);
        filter.setLabel(words.of("reconcile.show"));
        filter.setItems(
                List.of(Kind.all(), EnumSet.of(Kind.DIFFERS), EnumSet.of(Kind.MISSING), EnumSet.of(Kind.ORPHANED)));
        filter.setItemLabelGenerator(words::kinds);
        filter.setValue(Kind.all());
        filter.addValueChangeListener(change -> table.show(change.getValue()));
        choice = new Div(filter, applyChosen, applyAll);
        choice.addClassName("reconcile-choice");
        Div now = new Div(new H2(words.own("title")), new Paragraph(words.own("lead")), tally, choice, table);
        now.addClassName("card");
        add(work, now, past);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh();
    }

    /** Shows everything as it is now. */
    private void refresh() {
        disagreeing = copy.count(Kind.all(), COUNTED_EXACTLY);
        tally.removeAll();
        if (disagreeing.rows() == 0) {
            Paragraph why = new Paragraph(words.of("reconcile.agrees.text"));
            tally.add(new Notice(Notice.Kind.SUCCESS, words.of("reconcile.agrees"), why));
        } else {
            String key = disagreeing.isExact() ? "reconcile.disagree" : "reconcile.disagree.about";
            tally.add(DataTable.text(words.of(key, disagreeing.rows()), "reconcile-count"), orphans);
            orphans.removeAll();
            if (disagreeing.isExact()) {
                showOrphans();
            } else {
                // Looking through so many takes a while; the page is there before.
                getElement().executeJs("return true").then(there -> showOrphans());
            }
        }
        choice.setVisible(disagreeing.rows() > 0);
        if (disagreeing.rows() == 0) {
            table.clear();
        } else {
            table.show(filter.getValue());
        }
        past.refresh();
        showWork();
    }

    private void showOrphans() {
        Tally orphaned = copy.count(EnumSet.of(Kind.ORPHANED), COUNTED_EXACTLY);
        if (orphaned.rows() > 0) {
            String key = orphaned.isExact() ? "reconcile.orphans" : "reconcile.orphans.about";
            Paragraph what = new Paragraph(words.own("orphaned"));
            orphans.removeAll();
            orphans.add(new Notice(Notice.Kind.WARNING, words.of(key, orphaned.rows()), what));
        }
    }

    private void choose() {
        int chosen = table.chosen().size();
        applyChosen.rename(words.of("reconcile.apply_chosen", chosen));
        applyChosen.setVisible(chosen > 0);
    }

    private void confirmAll() {
        Set<Kind> kinds = filter.getValue();
        Tally shown = kinds.size() > 1 ? disagreeing : copy.count(kinds, COUNTED_EXACTLY);
        if (shown.rows() == 0) {
            Toast.error(words.of("reconcile.nothing"));
            return;
        }
        String number = shown.isExact() ? "reconcile.apply_all.question" : "reconcile.apply_all.question.about";
        confirm(
                "reconcile.apply_all",
                words.kinds(kinds) + ": " + words.of(number, shown.rows()),
                () -> started(reconciliations.applyAll(copy, kinds, caller.get().userId())));
    }

    private void applyChosen() {
        List<String> chosen = table.chosen();
        started(reconciliations.apply(copy, chosen, caller.get().userId()));
    }

    private void confirmUndo(Apply apply) {
        confirm(
                "reconcile.undo",
                words.of("reconcile.undo.question", apply.changed()) + " " + words.own("undo"),
                () -> started(
                        reconciliations.undo(copy, apply.id(), caller.get().userId())));
    }

    private void confirm(String action, String question, Runnable confirmed) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of(action));
        dialog.setText(question);
        dialog.setConfirmText(words.of(action));
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("reconcile.not_now"));
        dialog.addConfirmListener(click -> confirmed.run());
        dialog.open();
    }

    private void started(ApplyOutcome outcome) {
        switch (outcome) {
            case ApplyOutcome.Started(Apply apply) -> {
                past.refresh();
                showWork();
            }
            case ApplyOutcome.AtWork(Apply other) -> {
                Toast.error(words.of("reconcile.at_work", words.who(other.startedBy())));
                showWork();
            }
            case ApplyOutcome.Nothing() -> {
                Toast.error(words.of("reconcile.nothing"));
                refresh();
            }
        }
    }

    private void cancel(UUID apply) {
        reconciliations.cancel(apply, caller.get().userId());
        follow();
    }

    private void showWork() {
        reconciliations.atWork(copy).ifPresentOrElse(this::show, work::hide);
        boolean isIdle = work.shown() == null;
        applyAll.setEnabled(isIdle);
        applyChosen.setEnabled(isIdle);
        if (isIdle) {
            polling.stop();
        } else {
            polling.start();
        }
    }

    private void show(Apply apply) {
        work.show(apply);
    }

    /** Looks how far the work is, and shows everything anew once it is over. */
    private void follow() {
        UUID shown = work.shown();
        showWork();
        if (shown != null && !shown.equals(work.shown())) {
            reconciliations.find(shown).ifPresent(this::tell);
            refresh();
        }
    }

    private void tell(Apply apply) {
        String counts = apply.state() == Apply.State.UNDONE && apply.undo() != null
                ? words.of(
                        "reconcile.told.undone",
                        apply.undo().restored(),
                        apply.undo().kept())
                : words.of("reconcile.told", words.state(apply), apply.changed(), apply.skipped());
        if (apply.state() == Apply.State.FAILED) {
            Toast.error(counts);
        } else {
            Toast.success(counts);
        }
    }
}
