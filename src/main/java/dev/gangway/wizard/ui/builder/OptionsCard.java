package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.wizard.definition.Field.Option;
import java.util.List;
import java.util.function.Supplier;

/** What can be chosen in a choice. */
final class OptionsCard extends Div {

    OptionsCard(Workbench bench, String field, List<Option> options) {
        addClassName("builder-options");
        add(new H3(bench.of("builder.options")), new PropertyFields(bench, field).problems(field + "/options"));
        String around = field + "/options/";
        for (int index = 0; index < options.size(); index++) {
            String place = around + index;
            PropertyFields fields = new PropertyFields(bench, place);
            Option option = options.get(index);
            int number = index + 1;
            TextField label = fields.text("label", bench.of("builder.option.label", number), option.label());
            TextField value = fields.text("value", bench.of("builder.option.value", number), option.value());
            bench.follow(() -> value.setValue(now(bench, number - 1, value.getValue())));
            if (bench.wants(place)) {
                label.focus();
            }
            Supplier<String> called = () -> label.getValue().isEmpty() ? String.valueOf(number) : label.getValue();
            Button up = fields.action("builder.up", called);
            up.setEnabled(index > 0);
            up.addClickListener(click -> bench.move(place, -1));
            Button down = fields.action("builder.down", called);
            down.setEnabled(number < options.size());
            down.addClickListener(click -> bench.move(place, 1));
            fields.keepFocus(up, down);
            Div actions = new Div(up, down, fields.remove(called, around + Math.max(0, index - 1)));
            actions.addClassName("builder-actions");
            Div row = new Div(label, value, actions);
            row.addClassName("builder-option");
            add(row);
        }
        Button add = new Button(bench.of("builder.option.add"));
        add.addClickListener(click -> bench.rebuild(sketch -> sketch.addOption(field, ""), around + options.size()));
        add(new Div(add));
    }

    private static String now(Workbench bench, int index, String otherwise) {
        String[] parts = bench.open().split("/", -1);
        if (parts.length < 5) {
            return otherwise;
        }
        List<Option> options = bench.sketch()
                .content()
                .steps()
                .get(bench.step())
                .fields()
                .get(Integer.parseInt(parts[4]))
                .options();
        return index < options.size() ? options.get(index).value() : otherwise;
    }
}
