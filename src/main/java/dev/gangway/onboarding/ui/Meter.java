package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.HtmlComponent;

/** A value on a scale, drawn as a bar. */
class Meter extends HtmlComponent {

    /**
     * @param value 0 to {@code max}
     * @param labelId the id of the words that say what it is
     */
    Meter(double value, double max, String labelId) {
        super("meter");
        getElement().setAttribute("min", "0");
        getElement().setAttribute("max", String.valueOf(max));
        getElement().setAttribute("value", String.valueOf(value));
        getElement().setAttribute("aria-labelledby", labelId);
    }
}
