package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Notice;
import dev.gangway.training.SyncReport;

/** What a synchronisation came to, with each row that could not be written and why. */
final class SyncNotice extends Notice {

    private static final int NAMED = 100;

    SyncNotice(SyncReport report, boolean isCancelled, TrainingWords words) {
        super(
                report.errors() > 0 ? Kind.WARNING : Kind.SUCCESS,
                words.of(
                        isCancelled ? "purchases.synced.cancelled" : "purchases.synced",
                        report.created(),
                        report.updated(),
                        report.errors()),
                rest(report, words));
    }

    private static Component[] rest(SyncReport report, TrainingWords words) {
        if (report.problems().isEmpty()) {
            return new Component[0];
        }
        UnorderedList rows = new UnorderedList();
        report.problems().stream()
                .limit(NAMED)
                .forEach(problem -> rows.add(new ListItem(
                        DataTable.text(words.of(problem.why())),
                        DataTable.text(problem.row().toString(), "data-id"))));
        if (report.errors() > NAMED) {
            rows.add(new ListItem(words.of("purchases.synced.more", report.errors() - NAMED)));
        }
        NativeDetails details = new NativeDetails(words.of("purchases.synced.errors", report.errors()), rows);
        details.setOpen(true);
        return new Component[] {new Paragraph(words.of("purchases.synced.do")), details};
    }
}
