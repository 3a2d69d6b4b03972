package dev.gangway.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;

/** The parts that a page is divided into, each with an address of its own. */
public class Parts extends Nav {

    private final UnorderedList list = new UnorderedList();

    /**
     * None yet.
     *
     * @param label what screen readers call them all
     */
    public Parts(String label) {
        setAriaLabel(label);
        addClassName("parts");
        add(list);
    }

    /** Adds one at the end; the one that is shown is said to be the current page. */
    public void addPart(String address, String title, boolean isShown) {
        Anchor link = new Anchor(address, title);
        if (isShown) {
            link.getElement().setAttribute("aria-current", "page");
        }
        list.add(new ListItem(link));
    }
}
