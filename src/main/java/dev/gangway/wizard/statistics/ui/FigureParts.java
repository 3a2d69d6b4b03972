package dev.gangway.wizard.statistics.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the statistics, which follow what happens: put in place of those before only where they say something else, with
 * the tables open that were open, and the focus where it was.
 */
class FigureParts extends Div {

    private transient @Nullable Object said;

    FigureParts() {
        addClassName("statistics-parts");
    }

    /**
     * Shows parts.
     *
     * @param figures what they say, compared by {@code equals}
     * @param parts makes them
     */
    void show(Object figures, Supplier<List<? extends Component>> parts) {
        if (figures.equals(said)) {
            return;
        }
        said = figures;
        List<Boolean> open = new ArrayList<>(tables().map(Details::isOpened).toList());
        removeAll();
        parts.get().forEach(this::add);
        tables().forEach(table -> table.setOpened(!open.isEmpty() && open.removeFirst()));
        getElement().executeJs("if (this.refocus) { this.refocus(); }");
    }

    private Stream<Details> tables() {
        return getChildren()
                .flatMap(Component::getChildren)
                .filter(Details.class::isInstance)
                .map(Details.class::cast);
    }

    /** What had the focus is gone with the parts that had it: its like gets it, by its address or by its place. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("""
                        const like = element => [...this.querySelectorAll(element.localName)];
                        this.addEventListener('focusin', event => {
                          const element = event.target;
                          const place = like(element).indexOf(element);
                          this.refocus = () => {
                            if (document.activeElement !== document.body) { return; }
                            const all = like(element);
                            const href = element.getAttribute('href');
                            const found = all.find(other => href && other.getAttribute('href') === href) || all[place];
                            if (found) { found.focus({preventScroll: true}); }
                          };
                        });
                        this.addEventListener('focusout', event => {
                          if (event.relatedTarget && !this.contains(event.relatedTarget)) { this.refocus = null; }
                        });
                        """);
    }
}
