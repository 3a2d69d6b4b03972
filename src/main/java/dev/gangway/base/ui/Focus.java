package dev.gangway.base.ui;

import com.vaadin.flow.component.Component;

/** Leads people, with eyes and ears, to a part of the page that nothing is typed or pressed in. */
public final class Focus {

    private Focus() {}

    /** Where what had the focus has gone, or something far away has to be read; the tab key goes on from there. */
    public static void leadTo(Component part) {
        part.getElement().setAttribute("tabindex", "-1");
        part.getElement().callJsFunction("focus");
    }
}
