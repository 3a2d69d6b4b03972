package dev.gangway.training.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/** Makes the fields of the forms of training alike. */
final class Inputs {

    private static final int LONGEST = 255;

    private final TrainingWords words;

    Inputs(TrainingWords words) {
        this.words = words;
    }

    TextField text(String key) {
        TextField field = new TextField(words.of(key));
        field.setMaxLength(LONGEST);
        return field;
    }

    /** A number with decimals, typed with a comma or a point. */
    TextField decimal(String key) {
        TextField field = text(key);
        field.getElement().setAttribute("inputmode", "decimal");
        return field;
    }

    /** What was typed into it; null: nothing, not a number where it is none. */
    static @Nullable Double decimal(TextField field) {
        String typed = field.getValue().strip().replace(',', '.').replace('−', '-');
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(typed);
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }

    IntegerField whole(String key) {
        return new IntegerField(words.of(key));
    }
}
