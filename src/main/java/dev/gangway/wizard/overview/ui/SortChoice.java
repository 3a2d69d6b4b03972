package dev.gangway.wizard.overview.ui;

import com.vaadin.flow.component.select.Select;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewSort;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** By which column, and which way, cards are sorted: they have no headings to press as columns have. */
class SortChoice extends Select<OverviewSort> {

    SortChoice(OverviewWords words, Consumer<OverviewSort> sorted) {
        List<OverviewSort> all = Arrays.stream(OverviewColumn.values())
                .flatMap(column -> Stream.of(Direction.ASCENDING, Direction.DESCENDING)
                        .map(direction -> new OverviewSort(column, direction)))
                .toList();
        addClassName("overview-sort");
        setLabel(words.words().of("overview.sort"));
        setItems(all);
        setItemLabelGenerator(sort -> words.words()
                .of(
                        sort.direction() == Direction.ASCENDING ? "overview.sort.up" : "overview.sort.down",
                        words.column(sort.column())));
        addValueChangeListener(change -> sorted.accept(change.getValue()));
    }
}
