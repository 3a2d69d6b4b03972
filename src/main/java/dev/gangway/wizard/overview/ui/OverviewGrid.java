package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewSort;
import dev.gangway.wizard.WizardSessionId;
import dev.gangway.wizard.WizardSessionOverview;
import dev.gangway.wizard.WizardSessionStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row for each wizard session: nine columns at a desk, one column of cards on a phone. A row that changes is put in place
 * of what it was, so that neither the place one scrolled to nor the selection is lost.
 */
class OverviewGrid extends Grid<WizardSessionOverview> {

    private static final String CARD = """
            <div class="overview-card">
              <span class="overview-card-name">${item.name}</span>
              <span class="pill overview-status-${item.kind}">${item.status}</span>
              <span class="quiet">${item.account} · ${item.wizard}</span>
              <span class="overview-share"><progress aria-hidden="true" max="100" .value=${item.value}></progress>${item.percent}</span>
              <span class="quiet">${item.active}</span>
            </div>""";

    private final OverviewWords words;
    private final CallbackDataProvider<WizardSessionOverview, Void> data;
    private final Map<OverviewColumn, Column<WizardSessionOverview>> columns = new EnumMap<>(OverviewColumn.class);
    private final Column<WizardSessionOverview> card;

    OverviewGrid(OverviewWords words, OverviewRows rows, Runnable counted) {
        this.words = words;
        addClassName("overview-grid");
        getElement().setProperty("accessibleName", words.words().of("overview.title"));
        column(OverviewColumn.ACCOUNT, WizardSessionOverview::accountName, "9.5rem")
                .setFrozen(true);
        column(OverviewColumn.NAME, WizardSessionOverview::name, "11rem");
        column(OverviewColumn.WIZARD, row -> words.wizard(row.wizardId(), row.wizardName()), "9.5rem");
        columns.put(OverviewColumn.STATUS, status());
        column(OverviewColumn.STEP, row -> words.step(row.wizardId(), row.currentStep()), "7.5rem");
        columns.put(OverviewColumn.PROGRESS, progress());
        column(OverviewColumn.STARTED, row -> words.moments().dateAndTime(row.startedAt()), "10.5rem");
        column(OverviewColumn.LAST_ACTIVITY, row -> words.moments().dateAndTime(row.lastActivityAt()), "10.5rem");
        column(OverviewColumn.DURATION, row -> words.duration(row.totalTimeSeconds()), "7rem")
                .setTextAlign(ColumnTextAlign.END);
        card = addColumn(rendered(CARD)
                        .withProperty("name", WizardSessionOverview::name)
                        .withProperty("account", WizardSessionOverview::accountName)
                        .withProperty("wizard", row -> words.wizard(row.wizardId(), row.wizardName()))
                        .withProperty("active", row -> words.moments().dateAndTime(row.lastActivityAt())))
                .setHeader(words.words().of("overview.title"));
        columns.forEach((column, shown) -> shown.setKey(OverviewAddress.word(column))
                .setHeader(words.column(column))
                .setSortProperty(OverviewAddress.word(column))
                .setResizable(true)
                .setFlexGrow(1));
        data = new CallbackDataProvider<>(
                asked -> rows.fetch(asked.getOffset(), asked.getLimit()).stream(),
                asked -> {
                    int size = rows.size();
                    counted.run();
                    return size;
                },
                WizardSessionOverview::id);
        setItems(data);
        asCards(false);
    }

    /** Tells of another sorting that the person chose. */
    void onSort(Consumer<OverviewSort> sorted) {
        addSortListener(event -> {
            if (event.isFromClient()) {
                sorted.accept(event.getSortOrder().stream()
                        .findFirst()
                        .map(this::sort)
                        .orElse(OverviewSort.NEWEST));
            }
        });
    }

    /** Tells whose details are wanted; null: nobody's. */
    void onSelect(Consumer<@Nullable WizardSessionOverview> selected) {
        asSingleSelect().addValueChangeListener(event -> {
            if (event.isFromClient()) {
                selected.accept(event.getValue());
            }
        });
    }

    /** Shows by which column it is sorted. */
    void show(OverviewSort sort) {
        Column<WizardSessionOverview> column = columns.get(sort.column());
        sort(List.of(new GridSortOrder<>(
                column,
                sort.direction() == Direction.DESCENDING ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    /** Puts rows in place of what they were. */
    void replace(List<WizardSessionOverview> changed) {
        changed.forEach(data::refreshItem);
    }

    /** Reads all again, from the top. */
    void again() {
        data.refreshAll();
        scrollToStart();
    }

    /** Cards for narrow screens, or columns. */
    void asCards(boolean narrow) {
        columns.values().forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        nameSorters();
    }

    /** The component calls them "Sort by …" in English only. */
    private void nameSorters() {
        Map<String, String> names = columns.keySet().stream()
                .map(words::column)
                .collect(Collectors.toMap(name -> name, name -> words.words().of("overview.sort_by", name)));
        getElement().executeJs("""
                        requestAnimationFrame(() => setTimeout(() => {
                          for (const sorter of this.querySelectorAll('vaadin-grid-sorter')) {
                            sorter.setAttribute('aria-label', $0[sorter.textContent.trim()]);
                          }
                        }));
                        """, names);
    }

    Optional<WizardSessionId> selected() {
        return asSingleSelect().getOptionalValue().map(WizardSessionOverview::id);
    }

    private OverviewSort sort(GridSortOrder<WizardSessionOverview> order) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(order.getSorted()))
                .findAny()
                .map(entry -> new OverviewSort(
                        entry.getKey(),
                        order.getDirection() == SortDirection.DESCENDING ? Direction.DESCENDING : Direction.ASCENDING))
                .orElse(OverviewSort.NEWEST);
    }

    private Column<WizardSessionOverview> column(
            OverviewColumn column, ValueProvider<WizardSessionOverview, String> value, String width) {
        Column<WizardSessionOverview> shown = addColumn(value).setWidth(width);
        columns.put(column, shown);
        return shown;
    }

    private Column<WizardSessionOverview> status() {
        return addColumn(rendered("<span class=\"pill overview-status-${item.kind}\">${item.status}</span>"))
                .setWidth("7.5rem");
    }

    private Column<WizardSessionOverview> progress() {
        return addColumn(rendered("""
                        <span class="overview-share"><progress aria-hidden="true" max="100" .value=${item.value}></progress>${item.percent}</span>""")).setWidth("8rem");
    }

    private LitRenderer<WizardSessionOverview> rendered(String template) {
        return LitRenderer.<WizardSessionOverview>of(template)
                .withProperty(
                        "kind",
                        row -> row.status() == WizardSessionStatus.IN_PROGRESS
                                ? "live"
                                : OverviewAddress.word(row.status()))
                .withProperty("status", words::status)
                .withProperty("value", row -> row.progress().doubleValue())
                .withProperty("percent", words::percent);
    }
}
