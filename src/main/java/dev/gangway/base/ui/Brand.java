package dev.gangway.base.ui;

import com.vaadin.flow.component.html.Anchor;

/** The mark and the name, leading home. */
public class Brand extends Anchor {

    /**
     * @param label what screen readers call the link
     */
    public Brand(String label) {
        super("", "Gangway");
        addClassName("brand");
        setAriaLabel(label);
    }
}
