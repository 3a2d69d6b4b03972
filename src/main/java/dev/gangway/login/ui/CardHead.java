package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a card is about: its title, and a sentence below. */
class CardHead extends Div {

    CardHead(String title, String about) {
        super(new H2(title), new Paragraph(about));
        addClassName("card-head");
    }
}
