package dev.gangway.wizard.ui;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.UnaryOperator;

/**
 * A text with a picker beside it, for values that are shown better than written: sliders and colours.
 *
 * <p>The text is what counts: a native picker always shows some value, but an empty text says that nothing is answered,
 * and {@code 0} or black can be typed as well as picked.
 */
class TypedOrPicked extends CustomField<String> {

    private final TextField text = new TextField();
    private final NativeInput picker;
    private final UnaryOperator<String> pickable;

    /**
     * @param textLabel names the text for screen readers
     * @param pickerLabel names the picker likewise
     * @param pickable what the picker shows for a text
     * @param typed what the text says for what was picked
     */
    TypedOrPicked(
            NativeInput picker,
            String textLabel,
            String pickerLabel,
            UnaryOperator<String> pickable,
            UnaryOperator<String> typed) {
        super("");
        this.picker = picker;
        this.pickable = pickable;
        text.setAriaLabel(textLabel);
        text.setManualValidation(true);
        Typing.arrivesSoon(text);
        picker.setAriaLabel(pickerLabel);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                text.setValue(typed.apply(change.getValue()));
                updateValue();
            }
        });
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(change.getValue());
                updateValue();
            }
        });
        Div row = new Div(picker, text);
        row.addClassName("typed-or-picked");
        add(row);
        addClassName("wide");
        show("");
    }

    /** What is typed in. */
    TextField text() {
        return text;
    }

    @Override
    protected String generateModelValue() {
        return text.getValue();
    }

    @Override
    protected void setPresentationValue(String value) {
        text.setValue(value);
        show(value);
    }

    private void show(String value) {
        picker.setValue(pickable.apply(value));
        picker.setClassName("unanswered", value.isBlank());
    }

    @Override
    public void setInvalid(boolean invalid) {
        super.setInvalid(invalid);
        text.setInvalid(invalid);
    }
}
