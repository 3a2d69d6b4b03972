package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.gangway.wizard.definition.WizardContent;
import dev.gangway.wizard.ui.Typing;
import tools.jackson.databind.node.IntNode;

/** What the wizard as a whole is called and is for. */
final class WizardCard extends Div {

    WizardCard(Workbench bench) {
        addClassName("card");
        WizardContent content = bench.sketch().content();
        PropertyFields fields = new PropertyFields(bench, "");
        IntegerField minutes = new IntegerField(bench.of("builder.minutes"));
        minutes.setValue(content.estimatedMinutes());
        Typing.arrivesSoon(minutes);
        minutes.addValueChangeListener(typed -> bench.change(sketch -> sketch.set(
                "", "estimated_minutes", typed.getValue() == null ? null : IntNode.valueOf(typed.getValue()))));
        Div inputs = new Div(
                fields.text("name", bench.of("builder.name"), content.name()),
                fields.text("category", bench.of("builder.category"), content.category()),
                bench.input("/estimated_minutes", minutes));
        inputs.addClassName("fields");
        Div description = new Div(fields.lines("description", bench.of("builder.description"), content.description()));
        description.addClassName("builder-wide");
        add(new H2(bench.of("builder.wizard")), inputs, description);
    }
}
