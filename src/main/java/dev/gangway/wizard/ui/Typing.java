package dev.gangway.wizard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;

/** How soon typed text arrives: {@value #QUIET_MILLIS} ms after the last key stroke, so that it is kept within a second. */
public final class Typing {

    static final int QUIET_MILLIS = 400;

    private Typing() {}

    /** Has what is typed in a field arrive soon, without waiting for the field to be left. */
    public static void arrivesSoon(Component field) {
        if (!(field instanceof HasValueChangeMode typed)) {
            return;
        }
        // Not ValueChangeMode.LAZY: that waits for the last "input", and one that follows without changing the value
        // again, as happens when several lines arrive at once, makes the browser forget the value that it held back.
        typed.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.getElement()
                .addPropertyChangeListener("value", "value-changed", change -> {})
                .setFilter("element.hasAttribute('focused')")
                .debounce(QUIET_MILLIS);
    }
}
