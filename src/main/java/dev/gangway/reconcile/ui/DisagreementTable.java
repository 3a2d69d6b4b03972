package dev.gangway.reconcile.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.gangway.base.copy.Copy;
import dev.gangway.base.copy.Disagreement;
import dev.gangway.base.copy.Disagreement.Kind;
import dev.gangway.base.ui.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows that disagree, with what the copy says beside what its source says, page after page, to choose from. */
class DisagreementTable extends Div {

    private static final int PAGE = 50;

    private final transient Copy copy;
    private final transient CopyWords words;
    private final Runnable changed;
    private final DataTable table;
    private final Checkbox all = new Checkbox();
    private final Button more;
    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();
    private Set<Kind> kinds = Kind.all();

    /**
     * @param changed called when other rows are chosen
     */
    DisagreementTable(CopyWords words, Runnable changed) {
        this.copy = words.copy();
        this.words = words;
        this.changed = changed;
        addClassName("data-list");
        List<String> columns = new ArrayList<>(
                List.of(words.of("reconcile.choose"), words.of("reconcile.user"), words.of("reconcile.why")));
        copy.columns().forEach(column -> columns.add(words.own("column." + column)));
        table = new DataTable(words.of("reconcile.table"), columns);
        table.addClassName("choosing");
        all.setLabel(words.of("reconcile.choose_all"));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                boxes.values().forEach(box -> box.setValue(change.getValue()));
                changed.run();
            }
        });
        table.head(0, all);
        more = new Button(words.of("reconcile.more"), click -> load());
        add(table, more);
    }

    /** Shows the first page of the rows that disagree in one of these ways; nothing is chosen. */
    void show(Set<Kind> wanted) {
        kinds = wanted;
        clear();
        load();
        changed.run();
    }

    /** Shows nothing. */
    void clear() {
        table.clear();
        boxes.clear();
        all.setValue(false);
        setVisible(false);
        changed.run();
    }

    /** The rows that were chosen, in order. */
    List<String> chosen() {
        return boxes.entrySet().stream()
                .filter(row -> row.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void load() {
        String after = boxes.isEmpty() ? "" : List.copyOf(boxes.keySet()).getLast();
        List<Disagreement> page = copy.page(kinds, after, PAGE + 1);
        page.stream().limit(PAGE).forEach(this::show);
        more.setVisible(page.size() > PAGE);
        setVisible(!boxes.isEmpty());
    }

    private void show(Disagreement row) {
        Checkbox box = new Checkbox();
        String user = words.value(row.username());
        box.setAriaLabel(words.of("reconcile.choose_row", user, row.row()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        boxes.put(row.row(), box);
        Div who = new Div(DataTable.text(user, "data-name"), DataTable.text(row.row(), "data-id"));
        List<Component> values = Stream.concat(
                        Stream.of(box, who, DataTable.text(words.kind(row.kind()), "pill")),
                        copy.columns().stream().map(column -> pair(row, column)))
                .collect(Collectors.toCollection(ArrayList::new));
        table.add(values);
    }

    /** What is there and what should be; told apart by words, an arrow and strokes, not by colours alone. */
    private Component pair(Disagreement row, String column) {
        Object before = row.copy().get(column);
        Object after = row.source().get(column);
        if (Objects.equals(before, after)) {
            return DataTable.text(words.value(before), "quiet");
        }
        Span arrow = DataTable.text("→", "pair-arrow");
        arrow.getElement().setAttribute("aria-hidden", "true");
        Span pair = new Span(
                DataTable.text(words.of("reconcile.before") + " ", "sr-only"),
                DataTable.text(words.value(before), "pair-before"),
                arrow,
                DataTable.text(words.of("reconcile.after") + " ", "sr-only"),
                DataTable.text(words.value(after), "pair-after"));
        pair.addClassName("pair");
        return pair;
    }
}
