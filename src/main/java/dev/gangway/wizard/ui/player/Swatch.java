package dev.gangway.wizard.ui.player;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A colour to see beside its name; a disabled picker, because no style may be written into a page. */
@Tag("input")
class Swatch extends Component {

    Swatch(String color) {
        getElement()
                .setAttribute("type", "color")
                .setAttribute("value", color)
                .setAttribute("disabled", true)
                .setAttribute("aria-hidden", "true")
                .setAttribute("class", "swatch");
    }
}
