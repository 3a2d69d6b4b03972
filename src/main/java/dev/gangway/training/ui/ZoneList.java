package dev.gangway.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.Versioned;
import dev.gangway.training.Zone;
import java.util.List;

/** All zones, to make and change. */
class ZoneList extends Div {

    private static final int PAGE = 50;

    private final transient TrainerServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final Paragraph none = new Paragraph(words.of("trainers.zones.none"));
    private final DataTable table;
    private final Button more = new Button(words.of("purchases.more"), click -> load());
    private String last = "";

    ZoneList(TrainerServices services) {
        this.services = services;
        addClassName("data-list");
        Button create = new Button(
                words.of("trainers.zone.new"),
                click -> ZoneDialog.ofNew(services, words, this::refresh).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        table = new DataTable(
                words.of("trainers.zones"),
                List.of(
                        words.of("trainers.zone"),
                        words.of("trainers.centre"),
                        words.of("trainers.radius"),
                        words.of("trainers.time_zone"),
                        words.of("trainers.state"),
                        words.of("trainers.actions")));
        add(new Div(create), none, table, more);
        refresh();
    }

    private void refresh() {
        table.clear();
        last = "";
        load();
    }

    private void load() {
        List<Versioned<Zone>> page = services.zones().page(last, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::show);
        more.setVisible(page.size() > PAGE);
        none.setVisible(last.isEmpty());
        table.setVisible(!last.isEmpty());
    }

    private void show(Versioned<Zone> versioned) {
        Zone zone = versioned.value();
        last = zone.id();
        Button change = new Button(
                words.of("trainers.change"),
                click -> services.zones()
                        .find(zone.id())
                        .ifPresent(found -> new ZoneDialog(found, services, words, this::refresh).open()));
        change.addThemeVariants(ButtonVariant.SMALL);
        change.setAriaLabel(words.of("trainers.change.named", zone.name()));
        table.add(List.of(
                new Div(DataTable.text(zone.name(), "data-name"), DataTable.text(zone.id(), "data-id")),
                DataTable.text(words.coordinates(zone.centre())),
                DataTable.text(words.kilometres(zone.radiusKm())),
                DataTable.text(zone.timeZone().getId()),
                zone.active()
                        ? DataTable.text(words.of("trainers.zone.is_active"), "pill", "pill-good")
                        : DataTable.text(words.of("trainers.zone.is_inactive"), "pill", "pill-warning"),
                change));
    }
}
