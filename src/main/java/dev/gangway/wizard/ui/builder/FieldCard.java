package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.wizard.definition.Field;
import dev.gangway.wizard.definition.FieldType;
import dev.gangway.wizard.definition.StepContent;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.StringNode;

/** One field of the open step; its properties are there while it is open. */
final class FieldCard extends Div {

    private final transient Workbench bench;
    private final String place;
    private final transient Field field;

    FieldCard(Workbench bench, String place, int index, StepContent step) {
        this.bench = bench;
        this.place = place;
        field = step.fields().get(index);
        addClassName("builder-field");
        PropertyFields fields = new PropertyFields(bench, place);
        boolean isOpen = bench.open().equals(place);
        Button toggle = new Button();
        toggle.addClassName("builder-toggle");
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(isOpen));
        toggle.addClickListener(click -> {
            if (isOpen) {
                bench.close(place);
            } else {
                bench.go(place);
            }
        });
        if (!isOpen && bench.wants(place)) {
            toggle.focus();
        }
        Span name = new Span();
        Span problems = new Span();
        problems.addClassNames("pill", "pill-warning");
        toggle.getElement()
                .appendChild(
                        name.getElement(),
                        StepCard.quiet(bench.of("builder.type." + field.type().word()))
                                .getElement(),
                        problems.getElement());
        bench.follow(() -> {
            name.setText(called(index));
            long count = bench.problemsIn(place);
            problems.setText(bench.of("builder.problems", count));
            problems.setVisible(count > 0);
        });
        Div actions = fields.actions(() -> called(index), index, step.fields().size(), bench.stepPlace() + "/fields/");
        Div head = new Div(toggle, actions);
        head.addClassName("builder-head");
        add(head, fields.problems(place));
        if (isOpen) {
            add(body(fields, index));
        }
    }

    private String called(int index) {
        String label = now(index).label();
        return label.isEmpty() ? bench.of("builder.unlabelled") : label;
    }

    private Field now(int index) {
        return bench.sketch().content().steps().get(bench.step()).fields().get(index);
    }

    private Div body(PropertyFields fields, int index) {
        TextField label = fields.text("label", bench.of("builder.label"), field.label());
        if (bench.wants(place)) {
            label.focus();
        }
        TextField key = fields.key(field.key());
        bench.follow(() -> key.setValue(now(index).key()));
        Div inputs = new Div(label, key, type(), otherStep());
        inputs.addClassName("fields");
        Div more = new Div(
                fields.lines("help", bench.of("builder.help"), field.help()),
                fields.required(bench.of("builder.field.required"), field.required()));
        more.addClassName("builder-wide");
        Div body = new Div(inputs, more);
        body.addClassName("builder-body");
        if (field.type().isChoice()) {
            body.add(new OptionsCard(bench, place, field.options()));
        }
        if (field.type() == FieldType.SHORT_TEXT) {
            body.add(pattern());
        }
        body.add(
                new BoundsCard(bench, place, field),
                new ConditionCard(bench, place, "show_if", field.showIf()),
                new ConditionCard(bench, place, "require_if", field.requireIf()));
        return body;
    }

    private Select<FieldType> type() {
        Select<FieldType> type = new Select<>();
        type.setLabel(bench.of("builder.field.type"));
        type.setItems(FieldType.values());
        type.setItemLabelGenerator(one -> bench.of("builder.type." + one.word()));
        type.setValue(field.type());
        type.addValueChangeListener(chosen -> bench.rebuild(
                sketch -> sketch.set(
                        place, "type", StringNode.valueOf(chosen.getValue().word())),
                place));
        return type;
    }

    private Select<Integer> otherStep() {
        List<StepContent> steps = bench.sketch().content().steps();
        Select<Integer> step = new Select<>();
        step.setLabel(bench.of("builder.field.step"));
        step.setItems(IntStream.range(0, steps.size()).boxed().toList());
        step.setItemLabelGenerator(
                index -> (index + 1) + ". " + steps.get(index).title());
        step.setValue(bench.step());
        step.setVisible(steps.size() > 1);
        step.addValueChangeListener(chosen -> {
            String target = "/steps/" + chosen.getValue();
            bench.rebuild(
                    sketch -> sketch.moveToStep(place, target),
                    target + "/fields/" + steps.get(chosen.getValue()).fields().size());
        });
        return step;
    }

    private TextField pattern() {
        TextField pattern = new TextField(bench.of("builder.pattern"));
        pattern.setHelperText(bench.of("builder.pattern.help"));
        pattern.setValue(field.pattern() == null ? "" : field.pattern());
        dev.gangway.wizard.ui.Typing.arrivesSoon(pattern);
        pattern.addValueChangeListener(typed -> bench.change(sketch -> sketch.set(
                place, "pattern", typed.getValue().isBlank() ? null : StringNode.valueOf(typed.getValue()))));
        return bench.input(place + "/pattern", pattern);
    }
}
