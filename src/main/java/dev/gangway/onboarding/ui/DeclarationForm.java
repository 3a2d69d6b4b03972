package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gangway.onboarding.FirstDeclaration;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.AnswerShape;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.Words;

/** Step 5: what the person stands for, in their own words, with a reading of its clarity as they type. */
class DeclarationForm implements StepForm {

    private final AnswerFields fields;
    private final Words words;
    private final Div content = new Div();
    private final TextArea declaration;
    private final Span count = new Span();
    private final Span reading = new Span();

    DeclarationForm(Words words) {
        this.words = words;
        fields = new AnswerFields(words::of);
        declaration = new TextArea(words.of("step.first_declaration.declaration"));
        declaration.addClassName("tall");
        declaration.setPlaceholder(words.of("step.first_declaration.example"));
        declaration.setRequiredIndicatorVisible(true);
        fields.add("declaration", declaration, AnswerShape.text());
        declaration.addValueChangeListener(change -> measure());
        count.addClassName("counter");
        reading.addClassName("pill");
        Div measures = new Div(count, reading);
        measures.addClassNames("row", "measures");
        Paragraph block = new Paragraph(words.of("step.first_declaration.block"));
        block.addClassName("quiet");
        content.addClassName("step-form");
        content.add(new Card(words.of("step.first_declaration.card"), words.of("step.first_declaration.card.lead"))
                .with(declaration, measures, block));
        measure();
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public AnswerFields fields() {
        return fields;
    }

    @Override
    public void shown(StepView step) {
        measure();
    }

    private void measure() {
        String text = declaration.getValue().strip();
        int length = text.codePointCount(0, text.length());
        count.setText(words.of("step.first_declaration.count", length, FirstDeclaration.MAX_LENGTH));
        count.setClassName("over", length > FirstDeclaration.MAX_LENGTH);
        reading.setVisible(length > 0);
        if (length > 0) {
            FirstDeclaration.Clarity clarity = new FirstDeclaration(text).clarity();
            reading.setText(words.of(
                    "step.first_declaration.reading",
                    clarity.loss(),
                    words.of("clarity." + clarity.name().toLowerCase(java.util.Locale.ROOT))));
        }
    }
}
