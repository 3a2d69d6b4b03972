package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A framed group of questions with its heading. */
class Card extends Div {

    private final Div head = new Div();

    Card(String title, String lead) {
        addClassName("card");
        head.addClassName("card-head");
        head.add(new H2(title));
        if (!lead.isEmpty()) {
            head.add(new Paragraph(lead));
        }
        add(head);
    }

    /** Adds questions that stand side by side where there is room. */
    Card fields(Component... questions) {
        Div fields = new Div(questions);
        fields.addClassName("fields");
        add(fields);
        return this;
    }

    /** Adds anything else. */
    Card with(Component... parts) {
        add(parts);
        return this;
    }
}
