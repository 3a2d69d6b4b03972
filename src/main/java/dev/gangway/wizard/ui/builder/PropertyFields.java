package dev.gangway.wizard.ui.builder;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.base.Message;
import dev.gangway.base.ui.Toast;
import dev.gangway.wizard.ui.Typing;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** Makes the inputs for the properties of one place of a definition. */
final class PropertyFields {

    private static final int LONGEST = 2_000;

    private final Workbench bench;
    private final String place;

    PropertyFields(Workbench bench, String place) {
        this.bench = bench;
        this.place = place;
    }

    /** One line of text. */
    TextField text(String property, String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        Typing.arrivesSoon(field);
        field.addValueChangeListener(
                typed -> bench.change(sketch -> sketch.set(place, property, StringNode.valueOf(typed.getValue()))));
        return bench.input(place + "/" + property, field);
    }

    /** Lines of text. */
    TextArea lines(String property, String label, String value) {
        TextArea field = new TextArea(label);
        field.setValue(value);
        field.setMaxLength(LONGEST);
        Typing.arrivesSoon(field);
        field.addValueChangeListener(
                typed -> bench.change(sketch -> sketch.set(place, property, StringNode.valueOf(typed.getValue()))));
        return bench.input(place + "/" + property, field);
    }

    /** Whether it must be answered. */
    Checkbox required(String label, boolean value) {
        Checkbox box = new Checkbox(label, value);
        box.addValueChangeListener(typed ->
                bench.change(sketch -> sketch.set(place, "required", typed.getValue() ? BooleanNode.TRUE : null)));
        return box;
    }

    /** The key, which follows what the place is called until someone chooses it. */
    TextField key(String value) {
        TextField field = new TextField(bench.of("builder.key"));
        field.setValue(value);
        field.setHelperText(bench.of("builder.key.help"));
        field.setManualValidation(true);
        field.addValueChangeListener(typed -> {
            if (!typed.isFromClient()) {
                return;
            }
            String key = typed.getValue().strip();
            Optional<Message> problem = bench.sketch().keyProblem(place, key);
            field.setErrorMessage(problem.map(bench.words()::of).orElse(""));
            field.setInvalid(problem.isPresent());
            if (problem.isEmpty()) {
                bench.change(sketch -> sketch.rekey(place, key));
            }
        });
        return field;
    }

    /** Where problems of a place are told that no input shows. */
    Component problems(String at) {
        Paragraph problem = new Paragraph();
        problem.addClassName("builder-problem");
        problem.setVisible(false);
        bench.shows(at, text -> {
            problem.setText(text);
            problem.setVisible(!text.isEmpty());
        });
        return problem;
    }

    /** Moving, copying and removing the place among as many of its like. */
    Div actions(Supplier<String> name, int index, int count, String around) {
        Div actions = new Div();
        actions.addClassName("builder-actions");
        Button up = action("builder.up", name);
        up.setEnabled(index > 0);
        up.addClickListener(click -> bench.move(place, -1));
        Button down = action("builder.down", name);
        down.setEnabled(index < count - 1);
        down.addClickListener(click -> bench.move(place, 1));
        keepFocus(up, down);
        Button copy = action("builder.duplicate", name);
        copy.addClickListener(click -> bench.rebuild(
                sketch -> sketch.duplicate(place, bench.of("builder.copy_of", name.get())), around + (index + 1)));
        actions.add(up, down, copy, remove(name, around + Math.max(0, index - 1)));
        return actions;
    }

    /** Has the button that moved the place keep the focus; where it can go no further, the other one. */
    void keepFocus(Button up, Button down) {
        if (bench.wants(place + "#up")) {
            (up.isEnabled() ? up : down).focus();
        } else if (bench.wants(place + "#down")) {
            (down.isEnabled() ? down : up).focus();
        }
    }

    /** Removing the place, which asks nothing because it can be undone; the focus goes to another one. */
    Button remove(Supplier<String> name, String goTo) {
        Button remove = action("builder.remove", name);
        remove.addClickListener(click -> {
            String removed = name.get();
            bench.rebuild(sketch -> sketch.remove(place), goTo);
            // Where it can be undone is far from here on a long page.
            Toast.success(bench.of("builder.removed", removed));
        });
        return remove;
    }

    /**
     * A button that says to what it does it only to those who do not see where it stands.
     *
     * @param name what the place is called by now
     */
    Button action(String key, Supplier<String> name) {
        Button button = new Button(bench.of(key));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        bench.follow(() -> button.setAriaLabel(bench.of(key) + ": " + name.get()));
        return button;
    }
}
