package dev.gangway.base.ui;

import java.util.ArrayList;
import java.util.List;

/** What a tab of the browser is called, and what screen readers say first of a page. */
public final class PageTitle {

    private static final String PRODUCT = "Gangway";

    private PageTitle() {}

    /** The names of what is shown, the most particular first, and the product's at the end; those that are empty are left out. */
    public static String of(String... names) {
        List<String> parts = new ArrayList<>(List.of(names));
        parts.removeIf(String::isBlank);
        parts.add(PRODUCT);
        return String.join(" · ", parts);
    }
}
