package dev.gangway.base.ui;

import com.vaadin.flow.component.html.Span;

/** A drawn sign beside words; never the only bearer of a meaning, so screen readers pass over it. */
public class Icon extends Span {

    /** The sign of a name in the stylesheet ({@code .icon-NAME}). */
    public Icon(String name) {
        addClassNames("icon", "icon-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
