package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.ui.DataTable;
import dev.gangway.reconcile.Apply;
import dev.gangway.reconcile.Reconciliations;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was applied before, newest first, with Undo at the last that changed something. */
class PastApplies extends Div {

    private static final int PAGE = 10;
    private static final int NAMED = 50;

    private final transient Reconciliations reconciliations;
    private final transient CopyWords words;
    private final transient Consumer<Apply> undo;
    private final DataTable table;
    private final Paragraph none;
    private final Button more;
    private @Nullable UUID last;

    /**
     * @param undo called with the apply that is to be undone
     */
    PastApplies(Reconciliations reconciliations, CopyWords words, Consumer<Apply> undo) {
        this.reconciliations = reconciliations;
        this.words = words;
        this.undo = undo;
        addClassName("card");
        table = new DataTable(
                words.of("reconcile.applies"),
                List.of(
                        words.of("reconcile.applies.when"),
                        words.of("reconcile.applies.who"),
                        words.of("reconcile.applies.what"),
                        words.of("reconcile.applies.state"),
                        words.of("reconcile.applies.undo")));
        none = new Paragraph(words.of("reconcile.applies.none"));
        more = new Button(words.of("reconcile.more"), click -> load());
        add(new H2(words.of("reconcile.applies")), none, table, more);
    }

    void refresh() {
        table.clear();
        last = null;
        load();
    }

    private void load() {
        List<Apply> page = reconciliations.applies(words.copy(), last, PAGE + 1);
        @Nullable UUID undoable = reconciliations.undoable(words.copy()).orElse(null);
        page.stream().limit(PAGE).forEach(apply -> show(apply, apply.id().equals(undoable)));
        more.setVisible(page.size() > PAGE);
        none.setVisible(last == null);
        table.setVisible(last != null);
    }

    private void show(Apply apply, boolean isUndoable) {
        last = apply.id();
        String which = apply.selected() == null
                ? words.kinds(apply.kinds())
                : words.of("reconcile.applies.chosen", apply.selected());
        String what = words.of("reconcile.applies.counts", which, apply.changed(), apply.skipped());
        table.add(List.of(
                DataTable.text(words.when(apply.startedAt())),
                DataTable.text(words.who(apply.startedBy()), "data-person"),
                DataTable.text(what),
                DataTable.text(words.state(apply), "pill"),
                isUndoable ? undoButton(apply) : undone(apply)));
    }

    private Button undoButton(Apply apply) {
        Button button = new Button(words.of("reconcile.undo"), click -> undo.accept(apply));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.of("reconcile.undo_named", words.when(apply.startedAt())));
        return button;
    }

    private Component undone(Apply apply) {
        Apply.Undo done = apply.undo();
        if (done == null) {
            return DataTable.text("–", "quiet");
        }
        Div about = new Div(DataTable.text(
                words.of("reconcile.applies.undone", words.who(done.by()), words.when(done.at()), done.restored())));
        if (done.kept() > 0) {
            about.add(kept(apply, done.kept()));
        }
        return about;
    }

    private NativeDetails kept(Apply apply, long count) {
        UnorderedList rows = new UnorderedList();
        reconciliations.kept(apply.id(), NAMED).forEach(row -> rows.add(new ListItem(DataTable.text(row, "data-id"))));
        if (count > NAMED) {
            rows.add(new ListItem(words.of("reconcile.applies.kept_more", count - NAMED)));
        }
        return new NativeDetails(words.of("reconcile.applies.kept", count), rows);
    }
}
