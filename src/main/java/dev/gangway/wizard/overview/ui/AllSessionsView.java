package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.gangway.base.Texts;
import dev.gangway.base.UserId;
import dev.gangway.base.copy.Tally;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.security.Role;
import dev.gangway.base.ui.Focus;
import dev.gangway.base.ui.Moments;
import dev.gangway.base.ui.PageTitle;
import dev.gangway.live.LiveChange;
import dev.gangway.live.LiveChanges;
import dev.gangway.live.ui.Following;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.OverviewWizard;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionOverviews;
import dev.gangway.wizard.overview.Inspection;
import dev.gangway.wizard.overview.Inspections;
import dev.gangway.wizard.overview.OverviewCsv;
import dev.gangway.wizard.overview.OverviewTopics;
import dev.gangway.wizard.ui.BuiltInWizard;
import dev.gangway.wizard.ui.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every wizard session there is, the onboarding among them: found, sorted, looked into and taken along, and always true. */
@Route(AllSessionsView.ADDRESS)
@Menu(title = "menu.all_sessions", icon = "list", order = 52)
@RolesAllowed(Role.ADMIN_NAME)
public class AllSessionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "admin/sessions";

    private static final int NARROW = 800;

    private final transient WizardSessionOverviews overviews;
    private final transient Inspections inspections;
    private final transient OverviewRows rows;
    private final transient OverviewWords words;
    private final UserId administrator;
    private final OverviewFilters filters;
    private final OverviewGrid grid;
    private final InspectionPanel details;
    private final SortChoice sorts;
    private final Paragraph count = new Paragraph();
    private final Paragraph empty = new Paragraph();
    private final Span opened = new Span();
    private final Button newer = new Button(getTranslation("overview.newer"), click -> again());
    private @Nullable OverviewAddress shown;
    private @Nullable Registration resizing;

    AllSessionsView(
            WizardSessionOverviews overviews,
            Inspections inspections,
            OverviewCsv csv,
            LiveChanges live,
            List<BuiltInWizard> builtIn,
            Texts texts,
            CurrentCaller caller,
            Clock clock) {
        this.overviews = overviews;
        this.inspections = inspections;
        this.administrator = caller.get().userId();
        addClassNames("page", "all-sessions");
        List<OverviewWizard> wizards = overviews.wizards();
        words = new OverviewWords(new Words(texts, getLocale()), Moments.at(UI.getCurrent()), builtIn, wizards);
        rows = new OverviewRows(
                overviews, OverviewAddress.of(QueryParameters.empty()).query(words));
        filters = new OverviewFilters(words, wizards, this::filter);
        grid = new OverviewGrid(words, rows, this::count);
        details = new InspectionPanel(words, this::close);
        sorts = new SortChoice(words, this::sort);
        grid.onSort(this::sort);
        grid.onSelect(row -> select(row == null ? null : row.id()));
        newer.setVisible(false);
        count.getElement().setAttribute("role", "status");
        count.addClassName("quiet");
        opened.getElement().setAttribute("role", "status");
        opened.addClassName("sr-only");
        empty.addClassName("quiet");
        Div head = new Div(new H1(getTranslation("menu.all_sessions")), new Paragraph(getTranslation("overview.lead")));
        head.addClassName("page-head");
        Div tools = new Div(count, sorts, newer, new OverviewDownload(csv, administrator, clock, rows::query));
        tools.addClassName("overview-tools");
        Div list = new Div(grid, empty);
        list.addClassName("overview-list");
        Div both = new Div(list, details);
        both.addClassName("overview-both");
        add(head, filters, tools, both, opened);
        new Following(this, live, OverviewTopics.CHANGED, this::follow);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        fit(event.getUI().getPage().getExtendedClientDetails().getWindowInnerWidth());
        resizing = event.getUI().getPage().addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (resizing != null) {
            resizing.remove(); // the page outlives the view, and would keep it
        }
    }

    private void fit(int width) {
        grid.asCards(width < NARROW);
        sorts.setVisible(width < NARROW);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        OverviewAddress asked = OverviewAddress.of(event.getLocation().getQueryParameters());
        if (asked.equals(shown)) {
            return;
        }
        shown = asked;
        rows.ask(asked.query(words));
        filters.show(asked.filter());
        show(asked.sort());
        grid.again();
        open(asked.selected());
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(getTranslation("menu.all_sessions"));
    }

    private OverviewAddress shown() {
        return shown == null ? OverviewAddress.of(QueryParameters.empty()) : shown;
    }

    private void filter(OverviewFilter filter) {
        move(shown().with(filter));
        again();
    }

    private void sort(OverviewSort sort) {
        if (sort.equals(shown().sort())) {
            return;
        }
        move(shown().with(sort));
        show(sort);
        again();
    }

    private void show(OverviewSort sort) {
        grid.show(sort);
        sorts.setValue(sort);
    }

    private void close() {
        select(null);
        Focus.leadToIfLost(grid);
    }

    private void select(@Nullable WizardSessionId id) {
        if (id == null) {
            grid.deselectAll();
        }
        move(shown().selecting(id));
        open(id);
    }

    /** The address says what the page shows, so that it can be sent to somebody and come back to. */
    private void move(OverviewAddress address) {
        shown = address;
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(ADDRESS, address.parameters()));
    }

    private void again() {
        newer.setVisible(false);
        rows.ask(shown().query(words));
        grid.again();
    }

    private void open(@Nullable WizardSessionId id) {
        if (id == null) {
            details.setVisible(false);
            opened.setText("");
            return;
        }
        Optional<Inspection> found = inspections.open(administrator, id);
        found.ifPresentOrElse(
                inspection -> {
                    details.show(inspection);
                    grid.select(inspection.row());
                    opened.setText(getTranslation(
                            "overview.details.open", inspection.row().name()));
                },
                details::gone);
    }

    private void follow(LiveChange change) {
        Set<WizardSessionId> concerned = switch (change) {
            case LiveChange.Anything anything -> rows.shown();
            case LiveChange.Of(Set<String> ids) ->
                rows.shownOf(ids.stream()
                        .map(UUID::fromString)
                        .map(WizardSessionId::new)
                        .collect(Collectors.toSet()));
        };
        List<WizardSessionOverview> changed = concerned.isEmpty() ? List.of() : overviews.find(concerned);
        grid.replace(changed);
        if (changed.size() < concerned.size()
                || !(change instanceof LiveChange.Of(Set<String> ids) && ids.size() == changed.size())) {
            newer.setVisible(true);
        }
        WizardSessionId selected = shown().selected();
        if (selected != null && change.mayConcern(selected.value().toString())) {
            inspections.again(selected).ifPresentOrElse(details::show, details::gone);
        }
    }

    private void count() {
        Tally total = rows.total();
        count.setText(getTranslation(total.isExact() ? "overview.total" : "overview.total.about", total.rows()));
        empty.setText(getTranslation(
                shown().filter().equals(OverviewFilter.NONE) ? "overview.none" : "overview.none.matches"));
        empty.setVisible(total.rows() == 0);
        grid.setVisible(total.rows() > 0);
    }
}
