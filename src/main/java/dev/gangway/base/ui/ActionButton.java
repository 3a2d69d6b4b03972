package dev.gangway.base.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;

/**
 * A button that works once per press: while the server is at it, it is disabled and says so.
 *
 * <p>The browser disables it by itself at the first click; the stylesheet then swaps the words.
 */
public class ActionButton extends Button {

    private final Span idle;

    /**
     * @param text what it does
     * @param busy what it says meanwhile
     */
    public ActionButton(String text, String busy, ComponentEventListener<ClickEvent<Button>> action) {
        idle = words(text, "idle");
        addClassName("action");
        getElement().appendChild(idle.getElement(), words(busy, "busy").getElement());
        setDisableOnClick(true);
        addClickListener(click -> {
            try {
                action.onComponentEvent(click);
            } finally {
                setEnabled(true);
            }
        });
    }

    /** Says something else from now on. */
    public void rename(String text) {
        idle.setText(text);
    }

    private static Span words(String text, String when) {
        Span span = new Span(text);
        span.addClassName(when);
        return span;
    }
}
