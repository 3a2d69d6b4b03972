package dev.gangway.wizard.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** An input that the browser itself draws, such as a slider or a colour picker; always has a value. */
@Tag("input")
class NativeInput extends AbstractSinglePropertyField<NativeInput, String> implements HasAriaLabel, HasStyle {

    NativeInput(String type, String value) {
        super("value", value, false);
        // The browser would begin with a value of its own, the middle of a slider.
        getElement().setProperty("value", value);
        getElement().setAttribute("type", type);
        setSynchronizedEvent("change");
    }

    /** A property of the element, such as {@code min}. */
    NativeInput with(String attribute, String value) {
        getElement().setAttribute(attribute, value);
        return this;
    }
}
