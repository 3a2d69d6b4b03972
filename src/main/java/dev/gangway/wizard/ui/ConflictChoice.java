package dev.gangway.wizard.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.gangway.base.FieldConflict;
import dev.gangway.wizard.Answers;
import java.util.function.Consumer;

/** Shows both values of a field that was changed in two places, for the person to choose; stands right below the field. */
class ConflictChoice extends Div {

    private final Button mine;

    ConflictChoice(AnswerField field, FieldConflict conflict, Answers newest, Consumer<String> chosen) {
        addClassName("conflict");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("wizard.conflict.title"));
        Paragraph title = new Paragraph(getTranslation("wizard.conflict.title"));
        title.addClassName("conflict-title");
        mine = new Button(getTranslation("wizard.conflict.keep_mine"), click -> {
            chosen.accept(field.path());
            close();
        });
        Button theirs = new Button(getTranslation("wizard.conflict.keep_theirs"), click -> {
            field.read(newest);
            chosen.accept(field.path());
            close();
        });
        add(
                title,
                value("wizard.conflict.mine", field.words(conflict.yours()), mine),
                value("wizard.conflict.theirs", field.words(conflict.theirs()), theirs));
        Element question = field.component().getElement();
        Element parent = question.getParent();
        parent.insertChild(parent.indexOfChild(question) + 1, getElement());
    }

    void focus() {
        mine.focus();
    }

    void close() {
        getElement().removeFromParent();
    }

    private Div value(String whose, String words, Button keep) {
        Span label = new Span(getTranslation(whose));
        label.addClassName("conflict-whose");
        Span text = new Span(words.isBlank() ? getTranslation("wizard.conflict.empty") : words);
        text.addClassName("conflict-value");
        Div row = new Div(new Div(label, text), keep);
        row.addClassName("conflict-row");
        return row;
    }
}
