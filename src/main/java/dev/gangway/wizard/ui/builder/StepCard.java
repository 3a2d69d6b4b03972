package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.definition.StepContent;
import java.util.List;

/** The open step: what it is called, when it is asked, and its fields. */
final class StepCard extends Div {

    private final transient Workbench bench;
    private final String place;

    StepCard(Workbench bench) {
        this.bench = bench;
        place = bench.stepPlace();
        addClassNames("card", "builder-step-card");
        List<StepContent> steps = bench.sketch().content().steps();
        StepContent step = steps.get(bench.step());
        PropertyFields fields = new PropertyFields(bench, place);
        TextField title = fields.text("title", bench.of("builder.title"), step.title());
        title.addClassName("builder-title");
        if (bench.wants(place)) {
            title.focus();
        }
        TextField key = fields.key(step.key());
        H2 heading = new H2();
        bench.follow(() -> {
            key.setValue(step().key());
            heading.setText(bench.of("builder.step", bench.step() + 1));
        });
        Div head =
                new Div(heading, fields.actions(() -> called(step().title()), bench.step(), steps.size(), "/steps/"));
        head.addClassName("builder-head");
        Div inputs = new Div(title, key);
        inputs.addClassName("fields");
        Div more = new Div(
                fields.lines("help", bench.of("builder.help"), step.help()),
                fields.required(bench.of("builder.step.required"), step.required()));
        more.addClassName("builder-wide");
        add(
                head,
                fields.problems(place),
                inputs,
                more,
                fieldList(step),
                adding(),
                new ConditionCard(bench, place, "show_if", step.showIf()),
                new ConditionCard(bench, place, "require_if", step.requireIf()));
    }

    private Div fieldList(StepContent step) {
        OrderedList list = new OrderedList();
        list.addClassName("builder-fields");
        for (int index = 0; index < step.fields().size(); index++) {
            list.add(new ListItem(new FieldCard(bench, place + "/fields/" + index, index, step)));
        }
        Paragraph none = new Paragraph(bench.of("builder.fields.none"));
        none.addClassName("quiet");
        none.setVisible(step.fields().isEmpty());
        list.setVisible(!step.fields().isEmpty());
        return new Div(new H3(bench.of("builder.fields")), none, list);
    }

    private Div adding() {
        Select<FieldType> type = new Select<>();
        type.setLabel(bench.of("builder.field.type"));
        type.setItems(FieldType.values());
        type.setItemLabelGenerator(one -> bench.of("builder.type." + one.word()));
        type.setValue(FieldType.SHORT_TEXT);
        Button add = new Button(bench.of("builder.field.add"));
        add.addClickListener(click -> {
            int count = step().fields().size();
            FieldType chosen = type.getValue();
            bench.rebuild(sketch -> sketch.addField(place, chosen, ""), place + "/fields/" + count);
        });
        if (step().fields().isEmpty() && bench.wantsIn(place + "/fields")) {
            type.focus();
        }
        Div adding = new Div(type, add);
        adding.addClassName("builder-adding");
        return adding;
    }

    private StepContent step() {
        return bench.sketch().content().steps().get(bench.step());
    }

    private String called(String title) {
        return title.isEmpty() ? bench.of("builder.untitled") : title;
    }

    /** Words beside a step or field, for those who look for it. */
    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }
}
