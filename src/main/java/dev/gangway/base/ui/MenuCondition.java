package dev.gangway.base.ui;

import dev.gangway.base.security.Caller;

/** Says when a page of the menu is of use to a person whose role allows it. */
public interface MenuCondition {

    /** The page's address, as its route says it. */
    String path();

    /** Whether the menu shows it now; asked again at each navigation until it does. */
    boolean holds(Caller caller);
}
