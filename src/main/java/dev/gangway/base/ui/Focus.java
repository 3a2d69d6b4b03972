package dev.gangway.base.ui;

import com.vaadin.flow.component.Component;

/** Leads people, with eyes and ears, to a part of the page that nothing is typed or pressed in. */
public final class Focus {

    /**
     * Only where nothing has the focus, since what had it is gone or hidden. The browser notices what was hidden when it
     * draws, and what a page wishes by itself comes first.
     */
    private static final String IF_LOST = """
            requestAnimationFrame(() => setTimeout(() => {
              if (document.activeElement === document.body) {
                const part = %s;
                if (part.tabIndex < 0) {
                  part.tabIndex = -1;
                }
                part.focus();
              }
            }));
            """;

    private Focus() {}

    /** Where what had the focus has gone, or something far away has to be read; the tab key goes on from there. */
    public static void leadTo(Component part) {
        part.getElement().setAttribute("tabindex", "-1");
        part.getElement().callJsFunction("focus");
    }

    /** Where what had the focus may be gone: leads there if so, and leaves people where they are if not. */
    public static void leadToIfLost(Component part) {
        part.getElement().executeJs(IF_LOST.formatted("this"));
    }

    /** The same, to the first heading of a page, if it has one. */
    public static void leadToHeadingIfLost(Component page) {
        page.getElement().executeJs(IF_LOST.formatted("this.querySelector('h1') ?? this"));
    }
}
