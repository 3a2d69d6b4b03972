package dev.gangway.training.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** How much of something there is, as a bar beside its words; screen readers pass over it. */
@Tag("progress")
class LoadBar extends Component {

    /**
     * @param isTight whether it is so much that somebody should look
     */
    LoadBar(int value, int most, boolean isTight) {
        getElement().setAttribute("value", String.valueOf(Math.min(value, Math.max(1, most))));
        getElement().setAttribute("max", String.valueOf(Math.max(1, most)));
        getElement().setAttribute("aria-hidden", "true");
        getElement().getClassList().set("tight", isTight);
    }
}
