package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Moments;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit trail, newest first. */
class AuditPanel extends Div {

    private static final int PAGE = 50;

    private final transient AuditTrail trail;
    private final transient Moments moments = Moments.at(UI.getCurrent());
    private final transient AuditDetails details = new AuditDetails(this::getTranslation);
    private final DataTable table;
    private final Paragraph none = new Paragraph(getTranslation("audit.none"));
    private final Button more = new Button(getTranslation("reconcile.more"), click -> load());
    private @Nullable UUID last;

    AuditPanel(AuditTrail trail) {
        this.trail = trail;
        addClassName("card");
        table = new DataTable(
                getTranslation("audit.title"),
                List.of(
                        getTranslation("audit.when"),
                        getTranslation("audit.who"),
                        getTranslation("audit.what"),
                        getTranslation("audit.whose"),
                        getTranslation("audit.details")));
        add(new H2(getTranslation("audit.title")), new Paragraph(getTranslation("audit.lead")), none, table, more);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        table.clear();
        last = null;
        load();
    }

    private void load() {
        List<AuditEntry> page = trail.page(AuditFilter.ALL, last, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::show);
        more.setVisible(page.size() > PAGE);
        none.setVisible(last == null);
        table.setVisible(last != null);
    }

    private void show(AuditEntry entry) {
        last = entry.id();
        table.add(List.of(
                DataTable.text(moments.dateAndTime(entry.at())),
                DataTable.text(person(entry.actor(), "audit.system"), "data-person"),
                DataTable.text(action(entry.action())),
                DataTable.text(person(entry.user(), "audit.nobody"), "data-person"),
                DataTable.text(details.of(entry), "data-details")));
    }

    private String person(AuditEntry.@Nullable Person person, String nobody) {
        if (person == null) {
            return getTranslation(nobody);
        }
        return person.username() == null ? getTranslation("audit.erased", person.id()) : person.username();
    }

    private String action(String action) {
        String key = "audit.action." + action;
        String text = getTranslation(key);
        return text.equals(key) ? action : text;
    }
}
