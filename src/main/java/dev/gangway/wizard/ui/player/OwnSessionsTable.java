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
import dev.gangway.base.ui.Focus;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    private final transient List<OwnWizardSession> shown = new ArrayList<>();

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

    /** Shows what has changed meanwhile, as far down as the person has come; whoever reads on is left alone otherwise. */
    void lookAgain() {
        int far = Math.max(PAGE, shown.size());
        List<OwnWizardSession> rows = list(null, far);
        if (ids(rows.stream().limit(far)).equals(ids(shown.stream()))) {
            for (int place = 0; place < shown.size(); place++) {
                update(place, rows.get(place));
            }
        } else {
            show(rows, far);
        }
    }

    private void update(int place, OwnWizardSession row) {
        if (!shown.get(place).equals(row)) {
            table.replace(place, cells(row));
            shown.set(place, row);
        }
    }

    private static List<WizardSessionId> ids(Stream<OwnWizardSession> rows) {
        return rows.map(OwnWizardSession::id).toList();
    }

    private void refresh() {
        show(list(null, PAGE), PAGE);
    }

    /** What had the focus has gone with its row. */
    private void removed() {
        refresh();
        Focus.leadTo(shown.isEmpty() ? empty : table);
    }

    private void load() {
        add(list(shown.getLast().id(), PAGE), PAGE);
    }

    /** One more where there are more. */
    private List<OwnWizardSession> list(@Nullable WizardSessionId after, int most) {
        return sessions.list(actions.userId(), filter, after, most + 1);
    }

    private void show(List<OwnWizardSession> rows, int most) {
        table.clear();
        shown.clear();
        add(rows, most);
    }

    private void add(List<OwnWizardSession> rows, int most) {
        rows.stream().limit(most).forEach(row -> {
            table.add(cells(row));
            shown.add(row);
        });
        more.setVisible(rows.size() > most);
        table.setVisible(!shown.isEmpty());
        empty.removeAll();
        if (shown.isEmpty()) {
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
                actions.of(row, this::refresh, this::removed));
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
