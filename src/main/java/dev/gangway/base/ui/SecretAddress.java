package dev.gangway.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * The secret of a one-time link, which stands behind the {@code #} of its address: browsers keep that part to themselves, so
 * that it is in no log on the way, no referrer, and no address that a server gets to see.
 */
public final class SecretAddress {

    private SecretAddress() {}

    /** Asks the browser for it; empty where the address has none. */
    public static void read(UI page, SerializableConsumer<String> then) {
        page.getPage().executeJs("return window.location.hash.substring(1)").then(String.class, then);
    }
}
