package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.TrainerFilter;
import dev.gangway.training.TrainerRow;
import dev.gangway.training.Versioned;
import dev.gangway.training.Zone;
import java.util.List;
import java.util.Locale;

/** All trainers in the order of their names, with what they have to do against what they take. */
class TrainerList extends Div {

    private static final int PAGE = 50;
    private static final int PAUSE_MILLIS = 300;
    private static final int LONGEST = 255;

    private final transient TrainerServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final TextField search = new TextField(words.of("trainers.search"));
    private final Select<Zone> zone = new Select<>();
    private final Select<TrainerFilter.State> state = new Select<>();
    private final Paragraph count = new Paragraph();
    private final DataTable table;
    private final Button more = new Button(words.of("purchases.more"), click -> load());
    private String last = "";

    TrainerList(TrainerServices services) {
        this.services = services;
        addClassName("data-list");
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS);
        search.addValueChangeListener(typed -> refresh());
        List<Zone> zones = services.zones().page("", TrainerServices.MOST).stream()
                .map(Versioned::value)
                .toList();
        narrow(zone, "trainers.zone", zones, Zone::name);
        narrow(
                state,
                "trainers.state",
                List.of(TrainerFilter.State.values()),
                each -> words.of("trainers.state." + each.name().toLowerCase(Locale.ROOT)));
        Button create = new Button(
                words.of("trainers.new"),
                click -> TrainerDialog.ofNew(services, words, this::refresh).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div filters = new Div(search, zone, state, create);
        filters.addClassNames("account-filters", "office-filters");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        table = new DataTable(
                words.of("menu.trainers"),
                List.of(
                        words.of("purchases.trainer"),
                        words.of("trainers.zone"),
                        words.of("trainers.courses"),
                        words.of("trainers.load"),
                        words.of("trainers.state"),
                        words.of("trainers.actions")));
        add(filters, count, table, more);
        refresh();
    }

    private <T> void narrow(Select<T> by, String label, List<T> values, ItemLabelGenerator<T> name) {
        by.setLabel(words.of(label));
        by.setItems(values);
        by.setEmptySelectionAllowed(true);
        by.setEmptySelectionCaption(words.of("purchases.any"));
        by.setItemLabelGenerator(value -> value == null ? words.of("purchases.any") : name.apply(value));
        by.addValueChangeListener(chosen -> refresh());
    }

    private void refresh() {
        table.clear();
        last = "";
        load();
    }

    private void load() {
        Zone chosen = zone.getValue();
        TrainerFilter filter =
                new TrainerFilter(search.getValue(), chosen == null ? null : chosen.id(), state.getValue());
        List<TrainerRow> page = services.overviews().page(filter, last, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::show);
        more.setVisible(page.size() > PAGE);
        boolean isEmpty = last.isEmpty();
        table.setVisible(!isEmpty);
        count.setVisible(isEmpty);
        count.setText(words.of(filter.isNarrow() ? "trainers.none.narrowed" : "trainers.none"));
    }

    private void show(TrainerRow row) {
        last = row.name();
        table.add(List.of(
                DataTable.text(row.name(), "data-name"),
                DataTable.text(row.zoneName()),
                DataTable.text(row.courses().isEmpty() ? "–" : String.join(", ", row.courses())),
                load(row),
                state(row),
                actions(row)));
    }

    private Component load(TrainerRow row) {
        Div load = new Div(
                new LoadBar(row.load(), row.capacity(), row.isFull()),
                DataTable.text(words.of("trainers.load.of", row.load(), row.capacity())),
                DataTable.text(words.of("trainers.load.lessons", row.lessonsToCome()), "data-details"));
        load.addClassName("office-load");
        return load;
    }

    private Component state(TrainerRow row) {
        if (!row.active()) {
            return DataTable.text(words.of("trainers.state.inactive"), "pill", "pill-warning");
        }
        return row.isFull()
                ? DataTable.text(words.of("trainers.state.full"), "pill", "pill-warning")
                : DataTable.text(words.of("trainers.state.room"), "pill", "pill-good");
    }

    private Component actions(TrainerRow row) {
        Button change = new Button(
                words.of("trainers.change"),
                click -> services.trainers()
                        .find(row.id())
                        .ifPresent(
                                found -> new TrainerDialog(found, row.name(), services, words, this::refresh).open()));
        change.addThemeVariants(ButtonVariant.SMALL);
        change.setAriaLabel(words.of("trainers.change.named", row.name()));
        RouterLink bought =
                new RouterLink(words.of("trainers.purchases"), PurchasesView.class, RouteParameters.empty());
        bought.setQueryParameters(
                QueryParameters.of(PurchasesView.TRAINER, row.id().value()));
        bought.getElement().setAttribute("aria-label", words.of("trainers.purchases.named", row.name()));
        RouterLink leaves = new RouterLink(
                words.of("departure.button"), TrainersView.class, new RouteParameters("part", TrainersView.DEPARTURE));
        leaves.setQueryParameters(
                QueryParameters.of(TrainersView.TRAINER, row.id().value()));
        leaves.getElement().setAttribute("aria-label", words.of("departure.button.named", row.name()));
        Div actions = new Div(change, bought, leaves);
        actions.addClassName("office-actions");
        return actions;
    }
}
