package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.gangway.base.Texts;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.wizard.OwnFilter;
import dev.gangway.wizard.WizardSessionStatus;
import dev.gangway.wizard.WizardSessions;
import dev.gangway.wizard.template.SessionTemplates;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** My sessions, live: every wizard session of the person, to go on with, to look at, to rename and to delete. */
@Route(WizardAddresses.OWN)
@Menu(title = "menu.sessions", icon = "list", order = 30)
@RolesAllowed(Role.USER_NAME)
public class SessionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Words words;
    private final TextField search = new TextField();
    private final Select<Optional<WizardSessionStatus>> status = new Select<>();
    private final OwnSessionsTable table;

    SessionsView(
            WizardSessions sessions,
            SessionTemplates templates,
            CurrentCaller caller,
            LiveChanges live,
            Texts texts,
            Clock clock) {
        words = new Words(texts, getLocale());
        table = new OwnSessionsTable(sessions, new SessionActions(sessions, templates, caller, words), words, clock);
        addClassNames("page", "wide", "own-sessions");
        Div head = new Div(new H1(words.of("menu.sessions")), new Paragraph(words.of("sessions.lead")));
        head.addClassName("page-head");
        search.setLabel(words.of("sessions.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        status.setLabel(words.of("sessions.status"));
        status.setItems(Stream.concat(
                        Stream.of(Optional.<WizardSessionStatus>empty()),
                        Arrays.stream(WizardSessionStatus.values()).map(Optional::of))
                .toList());
        status.setItemLabelGenerator(one ->
                words.of("sessions.status." + one.map(WizardSessionStatus::word).orElse("any")));
        status.setValue(Optional.empty());
        Anchor gallery = new Anchor(WizardAddresses.GALLERY, words.of("sessions.new"));
        Div tools = new Div(search, status, gallery);
        tools.addClassName("list-tools");
        add(head, tools, table);
        search.addValueChangeListener(change -> show());
        status.addValueChangeListener(change -> show());
        var _ = new Following(
                this, live, WizardSessions.OWNED, caller.get().userId().value(), change -> table.lookAgain());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(words.of("menu.sessions"));
    }

    private void show() {
        table.show(new OwnFilter(
                status.getValue().orElse(null), null, search.getValue().strip()));
    }
}
