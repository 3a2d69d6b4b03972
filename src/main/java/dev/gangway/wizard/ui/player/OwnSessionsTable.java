package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.gangway.base.ui.DataTable;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.Notice;
import dev.gangway.wizard.OwnFilter;
import dev.gangway.wizard.OwnWizardSession;
import dev.gangway.wizard.Progress;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.ui.Words;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's wizard sessions, newest first, page after page; cards on a phone. */
class OwnSessionsTable extends Div {

    private static final int PAGE = 25;

    private final transient WizardSessions sessions;
    private final transient SessionActions actions;
    private final transient Words words;
    private final transient Clock clock;
    private final DataTable table;
    private final Div empty = new Div();
    private final Button more;
    private transient OwnFilter filter = new OwnFilter(null, null, "");
    private @Nullable WizardSessionId last;

    OwnSessionsTable(WizardSessions sessions, SessionActions actions, Words words, Clock clock) {
        this.sessions = sessions;
        this.actions = actions;
        this.words = words;
        this.clock = clock;
        addClassName("data-list");
        table = new DataTable(
                words.of("menu.sessions"),
                List.of(
                        words.of("sessions.name"),
                        words.of("sessions.wizard"),
                        words.of("sessions.status"),
                        words.of("sessions.progress"),
                        words.of("sessions.last_activity"),
                        words.of("sessions.actions")));
        more = new Button(words.of("page.more"), click -> load());
        empty.getElement().setAttribute("aria-live", "polite");
        add(empty, table, more);
    }

    /** Shows the newest that fit. */
    void show(OwnFilter wanted) {
        filter = wanted;
        refresh();
    }

    private void refresh() {
        table.clear();
        last = null;
        load();
    }

    private void load() {
        List<OwnWizardSession> page = sessions.list(actions.userId(), filter, last, PAGE + 1);
        page.stream().limit(PAGE).forEach(row -> {
            table.add(cells(row));
            last = row.id();
        });
        more.setVisible(page.size() > PAGE);
        table.setVisible(last != null);
        empty.removeAll();
        if (last == null) {
            empty.add(filter.status() == null && filter.text().isEmpty() ? nothingYet() : nothingFound());
        }
    }

    private Notice nothingYet() {
        return new Notice(
                Notice.Kind.INFO,
                words.of("sessions.empty"),
                new Paragraph(new Anchor(WizardAddresses.GALLERY, words.of("sessions.empty.text"))));
    }

    private Notice nothingFound() {
        return new Notice(
                Notice.Kind.INFO, words.of("sessions.none_found"), new Paragraph(words.of("sessions.none_found.text")));
    }

    private List<Component> cells(OwnWizardSession row) {
        Anchor name =
                new Anchor(row.builtIn() ? WizardAddresses.ONBOARDING : WizardAddresses.run(row.id()), row.name());
        name.addClassName("data-name");
        return List.of(
                name,
                new Span(row.wizardName()),
                status(row.status()),
                progress(row),
                new Span(Moments.at(UI.getCurrent()).timeOrDate(row.lastActivityAt(), clock.instant())),
                actions.of(row, this::refresh));
    }

    private Span status(WizardSessionStatus status) {
        Span pill = new Span(words.of("sessions.status." + status.word()));
        pill.addClassNames("pill", "status-" + status.word());
        return pill;
    }

    private Div progress(OwnWizardSession row) {
        int percent = Progress.whole(row.progress());
        ProgressBar bar = new ProgressBar(0, 100, percent);
        bar.getElement().setAttribute("aria-label", words.of("sessions.progress.of", row.name()));
        Span figure = new Span(words.of("sessions.percent", percent));
        figure.addClassName("row-percent");
        Div progress = new Div(bar, figure);
        progress.addClassName("row-progress");
        return progress;
    }
}
