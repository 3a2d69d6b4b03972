package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.gangway.wizard.ui.Words;
import java.util.List;

/** The mask of a saved key, which can be replaced or removed. */
class SavedApiKey extends Div {

    private final Span mask = new Span();

    /** @param id names the key on the page */
    SavedApiKey(String id, String label, Words words, Runnable replace, Runnable remove) {
        Span name = new Span(label);
        name.setId("saved-" + id);
        name.addClassName("api-key-name");
        mask.addClassName("api-key-mask");
        Button replacing = new Button(words.of("step.api_keys.replace"), click -> replace.run());
        Button removing = new Button(words.of("step.api_keys.remove"), click -> remove.run());
        removing.addThemeVariants(ButtonVariant.TERTIARY);
        List.of(replacing, removing)
                .forEach(button -> button.getElement().setAttribute("aria-describedby", "saved-" + id));
        Div row = new Div(replacing, removing);
        row.addClassName("row");
        addClassName("api-key-saved");
        add(new Div(name, mask), row);
    }

    void show(String masked) {
        mask.setText(masked);
    }
}
