package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gangway.wizard.definition.StepContent;
import java.util.List;

/** The steps in order, to go to one or to add one. */
final class StepOutline extends Div {

    StepOutline(Workbench bench) {
        addClassNames("card", "builder-outline");
        List<StepContent> steps = bench.sketch().content().steps();
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("aria-label", bench.of("builder.steps"));
        for (int index = 0; index < steps.size(); index++) {
            list.add(item(bench, index));
        }
        Button add = new Button(bench.of("builder.step.add"));
        add.addClickListener(click -> bench.rebuild(
                sketch -> sketch.addStep(bench.of("builder.step.new", steps.size() + 1)), "/steps/" + steps.size()));
        Paragraph none = new Paragraph(bench.of("builder.steps.none"));
        list.setVisible(!steps.isEmpty());
        Component problem = new PropertyFields(bench, "").problems("/steps");
        // That there has to be one says the paragraph itself.
        add(new H2(bench.of("builder.steps")), steps.isEmpty() ? none : problem, list, new Div(add));
    }

    private static ListItem item(Workbench bench, int index) {
        String place = "/steps/" + index;
        Button go = new Button();
        go.addClassName("builder-step");
        Span name = new Span();
        Span problems = new Span();
        problems.addClassNames("pill", "pill-warning");
        go.getElement().appendChild(name.getElement(), problems.getElement());
        go.addClickListener(click -> bench.go(place));
        if (index == bench.step()) {
            go.getElement().setAttribute("aria-current", "step");
        }
        bench.follow(() -> {
            String title = bench.sketch().content().steps().get(index).title();
            long count = bench.problemsIn(place);
            name.setText((index + 1) + ". " + (title.isEmpty() ? bench.of("builder.untitled") : title));
            problems.setText(bench.of("builder.problems", count));
            problems.setVisible(count > 0);
        });
        return new ListItem(go);
    }
}
