package dev.gangway.training.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.gangway.base.ui.DataTable;
import dev.gangway.training.Place;
import dev.gangway.training.TrainerFilter;
import dev.gangway.training.TrainerRow;
import dev.gangway.training.Versioned;
import dev.gangway.training.Zone;
import java.util.List;

/** A zone with the homes of its trainers, drawn by us and told in a table; students' homes on request. */
class MapPanel extends Div {

    private static final int MOST_TRAINERS = 200;
    private static final int MOST_HOMES = 500;
    private static final double KM = 1e6;

    private final transient TrainerServices services;
    private final transient TrainingWords words = TrainingWords.of(this);
    private final transient List<Zone> zones;
    private final Select<Zone> zone = new Select<>();
    private final Checkbox homes = new Checkbox(words.of("trainers.map.students"));
    private final Div shown = new Div();

    MapPanel(TrainerServices services) {
        this.services = services;
        addClassName("data-list");
        zones = services.zones().page("", TrainerServices.MOST).stream()
                .map(Versioned::value)
                .toList();
        if (zones.isEmpty()) {
            add(new Paragraph(words.of("trainers.zones.none")));
            return;
        }
        zone.setLabel(words.of("trainers.zone"));
        zone.setItems(zones);
        zone.setItemLabelGenerator(Zone::name);
        zone.setValue(zones.getFirst());
        zone.addValueChangeListener(chosen -> show());
        homes.addValueChangeListener(chosen -> show());
        Div choice = new Div(zone, homes);
        choice.addClassNames("account-filters", "office-map-choice");
        shown.addClassName("office-map");
        add(choice, shown);
        show();
    }

    private void show() {
        Zone around = zone.getValue();
        List<TrainerRow> trainers =
                services.overviews().page(new TrainerFilter("", around.id(), null), "", MOST_TRAINERS + 1);
        List<TrainerRow> listed = trainers.stream().limit(MOST_TRAINERS).toList();
        List<Place> students =
                homes.getValue() ? services.overviews().studentHomes(around.id(), MOST_HOMES) : List.of();
        ZoneMap map = new ZoneMap(around, zones, listed, students, words);
        shown.removeAll();
        Div beside = new Div();
        beside.addClassName("data-list");
        if (listed.isEmpty()) {
            beside.add(new Paragraph(words.of("trainers.map.nobody", around.name())));
        } else {
            beside.add(table(around, listed, map));
        }
        if (trainers.size() > MOST_TRAINERS) {
            beside.add(new Paragraph(words.of("trainers.map.cut", MOST_TRAINERS)));
        }
        shown.add(new Html(map.drawn()), beside);
    }

    private DataTable table(Zone around, List<TrainerRow> trainers, ZoneMap map) {
        DataTable table = new DataTable(
                words.of("trainers.map.table", around.name()),
                List.of(
                        words.of("purchases.lesson.number"),
                        words.of("purchases.trainer"),
                        words.of("trainers.map.distance"),
                        words.of("trainers.load")));
        int number = 0;
        for (TrainerRow each : trainers) {
            number++;
            Place home = each.home();
            String way = home == null
                    ? words.of("trainers.map.unknown")
                    : words.kilometres(around.centre().millimetresTo(home) / KM);
            table.add(List.of(
                    DataTable.text(String.valueOf(number)),
                    DataTable.text(each.name(), "data-name"),
                    DataTable.text(home != null && !map.shows(home) ? words.of("trainers.map.outside", way) : way),
                    DataTable.text(
                            each.active()
                                    ? words.of("trainers.load.of", each.load(), each.capacity())
                                    : words.of("trainers.state.inactive"))));
        }
        return table;
    }
}
