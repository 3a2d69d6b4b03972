package dev.gangway.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that the person's roles allow: every view with {@code @Menu}, whose title is a language key and whose icon is
 * the name of an {@link Icon}.
 */
class MainMenu extends Nav implements AfterNavigationObserver {

    private final List<Entry> entries = new ArrayList<>();

    MainMenu() {
        setAriaLabel(getTranslation("shell.main"));
        addClassName("main-menu");
        UnorderedList list = new UnorderedList();
        for (MenuEntry page : MenuConfiguration.getMenuEntries()) {
            Entry entry = new Entry(page);
            entries.add(entry);
            list.add(new ListItem(entry));
        }
        add(list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String address = event.getLocation().getPath();
        entries.forEach(entry -> entry.mark(address));
    }

    private static class Entry extends Anchor {

        private final String path;

        Entry(MenuEntry page) {
            path = page.path().replaceFirst("^/", "").replaceFirst("/:.*$", "");
            setHref(path);
            add(new Icon(page.icon() == null ? "page" : page.icon()), new Span(getTranslation(page.title())));
        }

        void mark(String address) {
            if (address.equals(path) || address.startsWith(path + "/")) {
                getElement().setAttribute("aria-current", "page");
            } else {
                getElement().removeAttribute("aria-current");
            }
        }
    }
}
