package dev.gangway.base.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A choice of few that the browser itself draws, for what stands on every page: it weighs nothing there, and half of what
 * Vaadin's takes of the server. Always has a value.
 *
 * @param <T> what is chosen from
 */
@Tag("select")
class NativeSelect<T> extends AbstractSinglePropertyField<NativeSelect<T>, T> {

    private final List<T> items;

    /**
     * @param words what an item is called
     * @param value one of the items
     */
    NativeSelect(List<T> items, Function<T, String> words, T value) {
        super(
                "value",
                value,
                String.class,
                place -> items.get(Integer.parseInt(place)),
                item -> String.valueOf(items.indexOf(item)));
        this.items = items;
        for (T item : items) {
            Element option = new Element("option").setText(words.apply(item));
            option.setAttribute("value", String.valueOf(items.indexOf(item)));
            option.setAttribute("selected", item.equals(value));
            getElement().appendChild(option);
        }
        // Or a browser shows what was chosen before a page was loaded anew.
        getElement().setAttribute("autocomplete", "off");
        setSynchronizedEvent("change");
    }

    @Override
    protected boolean hasValidValue() {
        return IntStream.range(0, items.size())
                .mapToObj(String::valueOf)
                .anyMatch(getElement().getProperty("value", "")::equals);
    }
}
