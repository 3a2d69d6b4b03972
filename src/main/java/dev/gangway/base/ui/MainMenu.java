package dev.gangway.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import dev.gangway.base.security.CurrentCaller;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that the person's roles allow: every view with {@code @Menu}, whose title is a language key and whose icon is
 * the name of one in the stylesheet, which draws it before the words.
 */
public class MainMenu extends Nav implements AfterNavigationObserver {

    private final List<Entry> entries = new ArrayList<>();
    private final transient List<MenuCondition> conditions;
    private final transient CurrentCaller caller;

    MainMenu(List<MenuCondition> conditions, CurrentCaller caller) {
        this.conditions = conditions;
        this.caller = caller;
        setAriaLabel(getTranslation("shell.main"));
        addClassName("main-menu");
        UnorderedList list = new UnorderedList();
        for (MenuEntry page : MenuConfiguration.getMenuEntries()) {
            Entry entry = new Entry(page);
            entries.add(entry);
            list.add(entry.item);
        }
        add(list);
        entries.stream()
                .filter(entry ->
                        conditions.stream().anyMatch(each -> each.path().equals(entry.path)))
                .forEach(entry -> entry.item.setVisible(false));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String address = event.getLocation().getPath();
        entries.forEach(entry -> entry.mark(address));
        showWhatIsOfUse();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ComponentUtil.setData(event.getUI(), MainMenu.class, this);
    }

    /** Shows what has become of use on the page that is open, without a navigation. */
    public static void refresh(UI ui) {
        MainMenu menu = ComponentUtil.getData(ui, MainMenu.class);
        if (menu != null) {
            menu.showWhatIsOfUse();
        }
    }

    private void showWhatIsOfUse() {
        for (MenuCondition condition : conditions) {
            entries.stream()
                    .filter(entry -> entry.path.equals(condition.path()) && !entry.item.isVisible())
                    .findFirst()
                    .ifPresent(entry -> entry.item.setVisible(condition.holds(caller.get())));
        }
    }

    private static class Entry extends Anchor {

        private final String path;
        private final ListItem item = new ListItem(this);

        Entry(MenuEntry page) {
            path = page.path().replaceFirst("^/", "").replaceFirst("/:.*$", "");
            setHref(path);
            addClassName("icon-" + (page.icon() == null ? "page" : page.icon()));
            setText(getTranslation(page.title()));
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
