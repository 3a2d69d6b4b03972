package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.PurchaseRow;
import dev.gangway.training.SyncState;

/** Whether students and trainer see lessons as they are, in words. */
class SyncPills extends Div {

    /** Of a whole purchase; one without lessons yet has nothing to agree. */
    SyncPills(PurchaseRow row, TrainingWords words) {
        addClassName("pills");
        if (row.planned() == 0 && row.sync().isInSync()) {
            add(DataTable.text("–", "quiet"));
        } else {
            show(row.sync(), words);
        }
    }

    /** Of some lessons. */
    SyncPills(SyncState state, TrainingWords words) {
        addClassName("pills");
        show(state, words);
    }

    private void show(SyncState state, TrainingWords words) {
        if (state.isInSync()) {
            add(DataTable.text(words.of("purchases.sync.agrees"), "pill", "pill-good"));
        }
        if (state.missing() > 0) {
            add(DataTable.text(words.of("purchases.sync.missing", state.missing()), "pill", "pill-warning"));
        }
        if (state.drifted() > 0) {
            add(DataTable.text(words.of("purchases.sync.drifted", state.drifted()), "pill", "pill-warning"));
        }
        if (state.blocked() > 0) {
            add(DataTable.text(words.of("purchases.sync.blocked", state.blocked()), "pill", "pill-bad"));
        }
    }
}
