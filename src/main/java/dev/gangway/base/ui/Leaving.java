package dev.gangway.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** Marks pages that are on their way to an address of their own, so that nothing turns them elsewhere meanwhile. */
public final class Leaving {

    private Leaving() {}

    /** The page is about to leave, for an address that says why. */
    public static void begins(UI ui) {
        ComponentUtil.setData(ui, Leaving.class, new Leaving());
    }

    /** Whether the page is on its way already. */
    public static boolean isUnderWay(UI ui) {
        return ComponentUtil.getData(ui, Leaving.class) != null;
    }
}
